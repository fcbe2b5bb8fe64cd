package org.graphline.checker.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.graphline.checker.space.EventSets;
import org.graphline.checker.space.Frontier;
import org.graphline.checker.space.IntPages;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.space.StateSpace;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Reason.Contributor;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;

/// What a walk through numbered states, nearest first by counted steps, writes down: what is true of each
/// state, its parent on a shortest path, the order in which states were explored, and, where some property
/// needs them, the transitions. Steps that do not count (rule R31) cost nothing, so a state may be found
/// again, nearer, before it is explored.
final class Ledger {
  /// The state has been explored.
  static final int EXPLORED = 1;
  /// It is an error state.
  static final int FAULTY = 1 << 1;
  /// Closing time has come, or everyone is gone.
  static final int OVER = 1 << 2;
  /// Every in-tray is closed.
  static final int CLOSED = 1 << 3;
  /// A fair run may end here: nothing is enabled that must happen.
  static final int END = 1 << 4;
  private static final int REACHED = 1 << 5;
  private static final int HERE = 1 << 6;
  /// Somebody is stuck there, where that is asked of runs.
  static final int STUCK = 1 << 7;

  /// Limits are looked at after so many states and steps: some states have hundreds of them.
  private static final int LIMITS_EVERY = 256;

  private final Limits limits;
  private final Progress progress;
  private final Supplier<List<Contributor>> contributors;
  private final MemoryBudget budget;
  private final SafetyMonitor monitor;
  private final EventTable events;
  private final IntPages parents;
  private final IntPages flags;
  private final Optional<StepGraph> graph;
  private final Optional<IntPages> order;
  private final Frontier frontier;
  private long transitions;
  private long lookedAt;
  private int explored;
  private int deepest;
  private Optional<Reason> stopped = Optional.empty();

  /// @param whole        the states as the model has them
  /// @param contributors what makes the state space large
  /// @throws MemoryBudget.Exhausted if not even the empty tables fit
  Ledger(StateSpace whole, List<Property> properties, Limits limits, Progress progress,
      Supplier<List<Contributor>> contributors) {
    this.limits = limits;
    this.progress = progress;
    this.contributors = contributors;
    this.budget = MemoryBudget.of(limits.maxBytes());
    this.monitor = new SafetyMonitor(whole, properties);
    this.events = new EventTable(whole, eventSets(properties));
    this.parents = new IntPages(budget);
    this.flags = new IntPages(budget);
    this.graph = properties.stream().allMatch(SafetyMonitor::isSafety)
        ? Optional.empty() : Optional.of(new StepGraph(budget));
    this.order = graph.map(_ -> new IntPages(budget));
    this.frontier = new Frontier(budget);
  }

  /// Returns the events that properties speak of.
  static List<EventSet> eventSets(List<Property> properties) {
    Set<EventSet> sets = new LinkedHashSet<>();
    properties.forEach(p -> sets.addAll(EventSets.of(p)));
    return List.copyOf(sets);
  }

  /// Makes room for the next state.
  void addState() {
    parents.add(-1);
    flags.add(0);
    graph.ifPresent(StepGraph::addState);
  }

  /// Notes that a step leads from `parent`, -1 for none, to a state.
  void reach(int state, int parent, boolean counted) {
    int known = flags.get(state);
    // Found before at the next distance, it may be as near as its new parent.
    if ((known & REACHED) == 0 || !counted && (known & (EXPLORED | HERE)) == 0) {
      parents.set(state, parent);
      flags.set(state, known | REACHED | (counted ? 0 : HERE));
      if (counted) {
        frontier.addFurther(state);
      } else {
        frontier.addHere(state);
      }
    }
  }

  /// Takes the nearest state that has not been explored; -1 if there is none or a limit was hit. It counts as
  /// explored from now on: a step back to it must not make it its own parent.
  int take() {
    while (stopped.isEmpty() && !frontier.isEmpty()) {
      int state = frontier.take();
      if (!has(state, EXPLORED)) {
        if (frontier.depth() <= limits.maxDepth()) {
          mark(state, EXPLORED);
          order.ifPresent(o -> o.add(state));
          deepest = Math.max(deepest, frontier.depth());
          return state;
        }
        stop(new Reason.StateLimit(flags.size(), List.of()));
      }
    }
    return -1;
  }

  /// Notes that a state has been explored, and stops if a limit is hit.
  ///
  /// @param steps the steps from it
  void finish(int steps) {
    explored++;
    transitions += steps;
    int states = flags.size();
    if (monitor.isDone() && states > limits.idle()) {
      stop(new Reason.StateLimit(states, List.of()));
    } else if (states > limits.maxStates()) {
      stop(new Reason.StateLimit(limits.maxStates(), contributors.get()));
    } else if (transitions + explored - lookedAt >= LIMITS_EVERY) {
      lookedAt = transitions + explored;
      limits.passed(contributors).ifPresent(this::stop);
      long elapsed = limits.elapsed();
      progress.storing(budget.used());
      progress.exploring(states, frontier.size(), frontier.depth(), elapsed == 0 ? 0
          : explored * 1e9 / elapsed);
    }
  }

  /// Notes why not everything is explored; the first reason counts.
  void stop(Reason reason) {
    stopped = stopped.or(() -> Optional.of(reason));
  }

  /// Notes that the memory has run out.
  void isFull() {
    stop(new Reason.MemoryLimit(budget.limit(), contributors.get()));
  }

  /// Adds flags to those of a state.
  void mark(int state, int more) {
    flags.set(state, flags.get(state) | more);
  }

  /// Reports whether a state has a flag.
  boolean has(int state, int flag) {
    return (flags.get(state) & flag) != 0;
  }

  /// Returns the numbers of the states from the initial one to `state` on a shortest path.
  List<Integer> pathTo(int state) {
    var path = new ArrayList<Integer>();
    for (int at = state; at >= 0; at = parents.get(at)) {
      path.add(at);
    }
    return path.reversed();
  }

  /// Returns the nearest of the explored states for which `wanted` is true, or -1. Only where transitions are
  /// kept.
  int nearest(IntPredicate wanted) {
    IntPages all = order.orElseThrow(() -> new AssertionError("no order kept"));
    for (int i = 0; i < all.size(); i++) {
      if (wanted.test(all.get(i))) {
        return all.get(i);
      }
    }
    return -1;
  }

  /// Returns the transitions; only where they are kept.
  StepGraph graph() {
    return graph.orElseThrow(() -> new AssertionError("no transitions kept"));
  }

  /// Reports whether transitions are kept.
  boolean hasGraph() {
    return graph.isPresent();
  }

  /// Returns the classes of the transitions' labels.
  EventTable events() {
    return events;
  }

  /// Returns which states by themselves violate a property.
  SafetyMonitor monitor() {
    return monitor;
  }

  /// Returns what is left of the memory.
  MemoryBudget budget() {
    return budget;
  }

  /// Returns why not everything was explored, if a limit was hit.
  Optional<Reason> stopped() {
    return stopped;
  }

  /// Returns how long properties may be judged on all this.
  Patience patience(String what) {
    return new Patience(limits, progress, what, contributors);
  }

  int states() {
    return flags.size();
  }

  long transitions() {
    return transitions;
  }

  int deepest() {
    return deepest;
  }

  /// Reports whether every state that was found has been explored.
  boolean isComplete() {
    return stopped.isEmpty() && explored == flags.size();
  }

  double seconds() {
    return limits.seconds();
  }

  /// Returns what is kept of a state beside its cells.
  double bytesPerState() {
    int each = (2 + (order.isPresent() ? 1 : 0)) * Integer.BYTES;
    return each + graph.map(StepGraph::bytes).orElse(0L) / (double) Math.max(1, flags.size());
  }
}
