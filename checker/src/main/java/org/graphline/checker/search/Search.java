package org.graphline.checker.search;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.graphline.checker.packed.PackedSpace;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.store.Storage;
import org.graphline.checker.store.Store;

/// A breadth first search of a space, on one thread or several: the same states, depths and answers on any
/// number of threads.
public final class Search implements AutoCloseable {
  private final PackedSpace space;
  private final Storage storage;
  private final int threads;
  private final int grain;
  private final MemoryBudget budget;
  private volatile Store store;
  private boolean twice;

  /// A search on `threads` threads, the one that runs it included, with a store of the given kind.
  public Search(PackedSpace space, Storage storage, int threads, MemoryBudget budget) {
    this(space, storage, threads, Level.CHUNK, budget);
  }

  /// @param grain how many states a thread takes at once; levels of fewer than four times as many are not shared
  public Search(PackedSpace space, Storage storage, int threads, int grain, MemoryBudget budget) {
    this.grain = grain;
    this.space = space;
    this.storage = storage;
    this.threads = threads;
    this.budget = budget;
  }

  /// Looks at all states level by level, the nearest first, and hands the suspicious ones to `inspector`.
  public Result run(Inspector inspector, Bounds bounds, Watcher watcher) {
    Run run = run(inspector, bounds, watcher, 0, null);
    return run.result();
  }

  /// Returns a shortest path to a state that was found: the states from the initial one to `state`. Steps
  /// that do not count make it no longer.
  ///
  /// No parents are stored: the space is searched once more, up to `state`, and then backward from it level
  /// by level, where steps are computed but no state is looked up. Of several predecessors the least one is
  /// taken, so that the path does not depend on the number of threads. Empty if `bounds` end the search
  /// before, or if a store that is not exact takes the state for another this time.
  ///
  /// @throws MemoryBudget.Exhausted if there is less memory left for that than there was
  public List<long[]> pathTo(long[] state, Bounds bounds) {
    Run run = run((found, depth) -> Inspector.Next.GO_ON, bounds, Watcher.SILENT, Long.MAX_VALUE,
        round -> Backward.contains(round, state));
    if (run.result().end() == Result.End.MEMORY) {
      throw new MemoryBudget.Exhausted();
    }
    if (!run.result().complete()) {
      return List.of();
    }
    List<Round> rounds = run.exploration().rounds();
    if (!storage.exact() && (rounds.isEmpty() || !Backward.contains(rounds.getLast(), state))) {
      return List.of();
    }
    return new Backward(space, rounds).pathTo(state);
  }

  private Run run(Inspector inspector, Bounds bounds, Watcher watcher, long inspectFrom,
      Predicate<Round> until) {
    Run run = attempt(inspector, bounds, watcher, inspectFrom, until);
    if (run.end() == null) {
      // A step that does not count was seen at this depth. Up to it, all levels were right.
      twice = true;
      run = attempt(inspector, bounds, watcher, Math.max(inspectFrom, run.exploration().depth()), until);
    }
    return run;
  }

  private Run attempt(Inspector inspector, Bounds bounds, Watcher watcher, long inspectFrom,
      Predicate<Round> until) {
    close();
    try {
      store = storage.create(space.words(), space.lastBits(), threads, budget);
    } catch (MemoryBudget.Exhausted e) {
      return new Run(null, new Result(0, 0, 0, 0, 0, 0, 0, Result.End.MEMORY));
    }
    Control control = new Control(store, inspector, bounds, watcher);
    try (Crew crew = new Crew(IntStream.range(0, threads)
        .mapToObj(i -> new Worker(space, store.adder(), control, grain)).toList(), grain)) {
      Exploration exploration = new Exploration(space, store, control, crew, twice, inspectFrom, grain);
      if (until != null) {
        exploration.keepUntil(until);
      }
      exploration.run();
      return new Run(exploration, new Result(control.states(), crew.transitions(), crew.passed(),
          exploration.depth(), store.bytes(), store.bytesPerState(), store.coverage(), end(control, until != null)));
    }
  }

  /// Returns why a search ended. One that was after a state has found it, whatever was left out.
  private Result.End end(Control control, boolean wanted) {
    Result.End end = control.end();
    return end == Result.End.ALL_SEEN && store.leftOut() && !wanted ? Result.End.MEMORY : end;
  }

  /// Returns how many states are stored by now; for any thread.
  public long states() {
    Store now = store;
    return now == null ? 0 : now.size();
  }

  /// Gives all memory back.
  @Override
  public void close() {
    if (store != null) {
      store.close();
      store = null;
    }
  }

  private record Run(Exploration exploration, Result result) {

    Result.End end() {
      return result.end();
    }
  }
}
