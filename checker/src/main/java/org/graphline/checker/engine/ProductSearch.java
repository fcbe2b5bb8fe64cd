package org.graphline.checker.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.graphline.checker.space.Frontier;
import org.graphline.checker.space.MemoryBudget;

/// A shortest walk through stored transitions and, at the same time, a small automaton that reads their
/// classes.
public final class ProductSearch {
  private static final long BYTES_A_PAIR = 9;
  private static final int SEEN = 1;
  private static final int HERE = 1 << 1;
  private static final int DONE = 1 << 2;

  private final StepGraph graph;
  private final IntPredicate avoided;
  private final Reader reader;
  private final Patience patience;

  /// @param avoided states that are not entered
  ProductSearch(StepGraph graph, IntPredicate avoided, Reader reader, Patience patience) {
    this.graph = graph;
    this.avoided = avoided;
    this.reader = reader;
    this.patience = patience;
  }

  /// A small automaton with states from 0 on; it begins in 0.
  interface Reader {

    /// Returns how many states it has.
    int size();

    /// Returns the state after reading a transition of this class, or -1 if it cannot.
    int next(int state, int transitionClass);
  }

  /// Where a walk may end.
  interface Goal {

    /// Reports whether it may end in this state of the graph and this one of the automaton.
    boolean reached(int state, int reading);
  }

  /// A transition and the state it starts from.
  public record Move(int state, int transition) {}

  /// A walk and where it ends.
  record Walk(List<Move> moves, int end) {}

  /// Returns a walk from state 0 with the fewest counted steps, or nothing if there is none.
  ///
  /// @throws GaveUp if a limit is hit
  Optional<Walk> shortest(Goal goal, MemoryBudget budget) {
    int width = reader.size();
    if ((long) graph.states() * width > Integer.MAX_VALUE / 2) {
      throw new MemoryBudget.Exhausted();
    }
    int pairs = graph.states() * width;
    budget.reserve(BYTES_A_PAIR * pairs);
    var frontier = new Frontier(budget);
    try {
      patience.begin("shortest way", pairs);
      return new Search(pairs, frontier).run(goal);
    } finally {
      frontier.free();
      budget.release(BYTES_A_PAIR * pairs);
    }
  }

  private final class Search {
    private final int width = reader.size();
    private final int[] from;
    private final int[] via;
    private final byte[] known;
    private final Frontier frontier;

    Search(int pairs, Frontier frontier) {
      this.from = new int[pairs];
      this.via = new int[pairs];
      this.known = new byte[pairs];
      this.frontier = frontier;
    }

    Optional<Walk> run(Goal goal) {
      via[0] = -1;
      known[0] = SEEN | HERE;
      frontier.addHere(0);
      while (!frontier.isEmpty()) {
        int pair = frontier.take();
        if ((known[pair] & DONE) == 0) {
          if (goal.reached(pair / width, pair % width)) {
            return Optional.of(walk(pair));
          }
          known[pair] |= DONE;
          patience.piece();
          follow(pair);
        }
      }
      return Optional.empty();
    }

    private void follow(int pair) {
      for (int t = graph.first(pair / width); t >= 0; t = graph.next(t)) {
        int reading = reader.next(pair % width, graph.classOf(t));
        if (reading >= 0 && !avoided.test(graph.target(t))) {
          reach(graph.target(t) * width + reading, pair, t);
        }
      }
    }

    private void reach(int pair, int before, int transition) {
      boolean counted = graph.isCounted(transition);
      if (known[pair] != 0 && (counted || (known[pair] & (DONE | HERE)) != 0)) {
        return;
      }
      known[pair] |= counted ? SEEN : SEEN | HERE;
      from[pair] = before;
      via[pair] = transition;
      if (counted) {
        frontier.addFurther(pair);
      } else {
        frontier.addHere(pair);
      }
    }

    private Walk walk(int end) {
      var moves = new ArrayList<Move>();
      for (int at = end; via[at] >= 0; at = from[at]) {
        moves.add(new Move(from[at] / width, via[at]));
      }
      return new Walk(moves.reversed(), end / width);
    }
  }
}
