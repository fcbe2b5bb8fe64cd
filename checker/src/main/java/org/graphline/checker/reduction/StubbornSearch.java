package org.graphline.checker.reduction;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.graphline.checker.packed.Packing;
import org.graphline.checker.product.Product;
import org.graphline.model.semantics.Step.Fairness;

/// Explores a product by stubborn sets, depth first, ignoring nothing for ever: in every terminal strongly
/// connected component of what is kept, each event enabled in it is taken (the S condition of Valmari, "Stop
/// it, and be stubborn!", ACSD 2015). Where one is not, its root is expanded further by a stubborn set with
/// that event in it. Components: Tarjan 1972.
///
/// # What is preserved, and why
///
/// Take a run t1 … tn from a kept state. Either some ti is in the stubborn set, and the run is found from a
/// kept successor with one step less; or every kept step can be put before it, with all of t1 … tn possible
/// afterwards. The second can go on only until a terminal component is reached, and there t1, which stays
/// enabled, is taken. So:
///
/// - **Stuck groups, deadlocks, error states.** Whoever is stuck is stuck for ever (rule R6): what holds at
///   the end of t1 … tn still holds after one step more, unless that leads to an error state; then everything
///   was kept. No visibility is asked. An error state is the last of its run and is reached by a shorter one
///   in the end.
/// - **`always`, `never`, `can`, `cannot`.** A step put before the run is not seen, or else all that may be
///   seen was in the set and nothing in the run is seen.
/// - **Fair runs** (`livelock free`, `terminates`, `shuts down`, `leads to`), with [Demand#fairRuns()]. A set
///   of states that a fair run may stay in for ever is closed under fair steps, and under one outcome of each
///   demonic choice. Where not everything is kept, all kept steps are fair, so if t1 … tn leads into such a
///   set, it still does after one step more, and as above such a set is reached; the kept steps within it are
///   again such a set. The other way round, take a set in the kept steps that a fair run may stay in. If all
///   steps are owed, it is a terminal component, and what was left out is taken in it all the same. Else, where
///   not everything is kept, exactly one step is (as for Markov decision processes: Baier, D'Argenio, Größer,
///   2005): if two were that exclude each other, a choice left out could wait for their outcome, which nobody
///   who must choose now can know. So the kept steps up to where everything is kept are determined, what is
///   left out and happens all the same only puts them off, and the adversary answers as it would there.
///   Fairness here is per step and state (3.18.5), not the weak fairness of processes, which such reductions do
///   not preserve (Peled 1993).
///
/// With a [Symmetry] only one of several symmetric states is kept (Emerson, Jha, Peled, "Combining partial
/// order and symmetry reductions", TACAS 1997). Events change their names on the way then, so that all of
/// them count as ignored in a terminal component whose root is not wholly expanded. Only the first of the
/// above is preserved.
///
/// What is not preserved: lengths of runs, branching, refusals.
public final class StubbornSearch {
  private final StubbornSets sets;
  private final Product product;
  private final Optional<Symmetry> symmetry;
  private final boolean heedsIgnored;
  private final Watcher watcher;
  private final int mostStates;
  private final Gauge gauge;
  private final StubbornChoice choice;
  private final ReducedGraph graph;
  private final int[] values;
  private final int[] after;
  private final long[] moved;

  private int[] cursor = new int[1 << 10];
  private int[] low = new int[1 << 10];
  private boolean[] leaves = new boolean[1 << 10];
  private boolean[] isDone = new boolean[1 << 10];
  private int[] path = new int[1 << 10];
  private int[] members = new int[1 << 10];
  private int depth = -1;
  private int open;
  private final int[] taken;
  private int check;

  /// Says of single states whether they deserve a closer look.
  @FunctionalInterface
  public interface Watcher {
    /// Reports whether the state at `states[at]` does; it is no error state and something must happen in it.
    ///
    /// @param moved the set of instances that surely move in it, as bits
    boolean isSuspicious(long[] states, int at, long[] moved);
  }

  /// Asked at every step whether to give up.
  @FunctionalInterface
  public interface Gauge {
    /// Reports whether to give up after finding so many states, `depth` of them on the way that is looked at.
    boolean isEnough(int states, int depth);
  }

  private StubbornSearch(StubbornSets sets, Optional<Symmetry> symmetry, boolean heedsIgnored, Watcher watcher,
      int mostStates, Gauge gauge) {
    this.symmetry = symmetry;
    this.sets = sets;
    this.product = sets.product;
    this.heedsIgnored = heedsIgnored;
    this.watcher = watcher;
    this.mostStates = mostStates;
    this.gauge = gauge;
    this.choice = new StubbornChoice(sets);
    this.graph = new ReducedGraph(sets, Packing.of(product.fields()));
    this.values = new int[product.fields().size()];
    this.after = new int[values.length];
    this.moved = new long[product.instances() / Long.SIZE + 1];
    this.taken = new int[sets.size()];
  }

  /// Returns what was kept, at most about `mostStates` states; it is not complete if there are more, or if
  /// `cancelled`.
  public static ReducedGraph explore(StubbornSets sets, Watcher watcher, int mostStates, BooleanSupplier cancelled) {
    return explore(sets, watcher, mostStates, (_, _) -> cancelled.getAsBoolean());
  }

  /// The same, with a `gauge`.
  public static ReducedGraph explore(StubbornSets sets, Watcher watcher, int mostStates, Gauge gauge) {
    return new StubbornSearch(sets, Optional.empty(), true, watcher, mostStates, gauge).run();
  }

  /// As [#explore], with one state for all that are symmetric. The sets must be for [Demand#NOTHING_MORE].
  public static ReducedGraph explore(StubbornSets sets, Symmetry symmetry, Watcher watcher, int mostStates,
      BooleanSupplier cancelled) {
    Optional<Symmetry> some = Optional.of(symmetry).filter(s -> !s.classes().isEmpty());
    return new StubbornSearch(sets, some, true, watcher, mostStates, (_, _) -> cancelled.getAsBoolean()).run();
  }

  /// As [#explore], but what is ignored for ever stays ignored. That still preserves states without steps,
  /// and nothing else.
  public static ReducedGraph ends(StubbornSets sets, int mostStates, BooleanSupplier cancelled) {
    return new StubbornSearch(sets, Optional.empty(), false, (_, _, _) -> false, mostStates,
        (_, _) -> cancelled.getAsBoolean()).run();
  }

  private ReducedGraph run() {
    int[] initial = product.initial().stream().mapToInt(Integer::intValue).toArray();
    symmetry.ifPresent(s -> s.represent(initial));
    enter(graph.add(initial));
    while (depth >= 0) {
      int state = path[depth];
      int step = cursor[state];
      if (step >= 0) {
        cursor[state] = graph.next(step);
        follow(state, step);
      } else if (low[state] != state || !goesOn(state)) {
        leave(state);
      }
      if (graph.states() > mostStates || gauge.isEnough(graph.states(), depth + 1)) {
        graph.abandon();
        return graph;
      }
    }
    return graph;
  }

  private void follow(int state, int step) {
    graph.decode(state, values);
    System.arraycopy(values, 0, after, 0, values.length);
    sets.event(graph.event(step)).apply(values, after);
    symmetry.ifPresent(s -> s.represent(after));
    int before = graph.states();
    int target = graph.add(after);
    graph.setTarget(step, target);
    if (target == before) {
      enter(target);
    } else if (isDone[target]) {
      leaves[state] = true;
    } else {
      low[state] = Math.min(low[state], target);
    }
  }

  /// States are numbered in the order in which they are entered, so their numbers are Tarjan's.
  private void enter(int state) {
    reserve(state);
    low[state] = state;
    members[open++] = state;
    path[++depth] = state;
    graph.decode(state, values);
    cursor[state] = -1;
    if (isFaulty()) {
      graph.suspect(state);
      return;
    }
    choice.enter(values);
    look(state);
    if (choice.count == 0) {
      if (sets.isClosingTime(values)) {
        cursor[state] = graph.addStep(state, sets.closing());
      }
      return;
    }
    keep(state, choice.choose());
  }

  private void keep(int state, int count) {
    for (int i = 0; i < count; i++) {
      int step = graph.addStep(state, choice.chosen[i]);
      if (i == 0) {
        cursor[state] = step;
      }
    }
  }

  private boolean isFaulty() {
    for (int i = 0; i < product.instances(); i++) {
      if (product.standings().get(i).get(values[i]).isFaulty()) {
        return true;
      }
    }
    return false;
  }

  private void look(int state) {
    boolean nothingOwed = true;
    Arrays.fill(moved, 0);
    for (int i = 0; i < choice.count; i++) {
      var offer = sets.event(choice.enabled[i]).offer;
      nothingOwed &= offer.fairness() == Fairness.FREE;
      for (int instance : offer.moves()) {
        moved[instance / Long.SIZE] |= 1L << instance;
      }
    }
    if (nothingOwed || watcher.isSuspicious(graph.all(), graph.at(state), moved)) {
      graph.suspect(state);
    }
  }

  /// Expands the root of a terminal component further if an event is ignored in it; reports whether it was.
  private boolean goesOn(int root) {
    if (!heedsIgnored || graph.first(root) < 0) {
      return false;
    }
    check++;
    for (int i = open - 1; i >= 0 && members[i] >= root; i--) {
      if (leaves[members[i]]) {
        return false;
      }
      for (int step = graph.first(members[i]); step >= 0; step = graph.next(step)) {
        if (graph.event(step) == sets.closing()) {
          return false;
        }
        if (symmetry.isEmpty() || members[i] == root) {
          taken[graph.event(step)] = check;
        }
      }
    }
    graph.decode(root, values);
    choice.enter(values);
    for (int i = 0; i < choice.count; i++) {
      if (taken[choice.enabled[i]] != check) {
        expand(root, choice.enabled[i]);
        return true;
      }
    }
    return false;
  }

  private void expand(int root, int ignored) {
    int count = choice.choose(ignored);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (!isKept(root, choice.chosen[i])) {
        choice.chosen[kept++] = choice.chosen[i];
      }
    }
    keep(root, kept);
  }

  private boolean isKept(int state, int event) {
    for (int step = graph.first(state); step >= 0; step = graph.next(step)) {
      if (graph.event(step) == event) {
        return true;
      }
    }
    return false;
  }

  private void leave(int state) {
    boolean isRoot = low[state] == state;
    if (isRoot) {
      while (open > 0 && members[open - 1] >= state) {
        isDone[members[--open]] = true;
      }
    }
    depth--;
    if (depth >= 0) {
      int parent = path[depth];
      leaves[parent] |= isRoot;
      low[parent] = Math.min(low[parent], low[state]);
    }
  }

  private void reserve(int state) {
    if (state == cursor.length) {
      cursor = Arrays.copyOf(cursor, 2 * state);
      low = Arrays.copyOf(low, 2 * state);
      leaves = Arrays.copyOf(leaves, 2 * state);
      isDone = Arrays.copyOf(isDone, 2 * state);
      path = Arrays.copyOf(path, 2 * state);
      members = Arrays.copyOf(members, 2 * state);
    }
  }
}
