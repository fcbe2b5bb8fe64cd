package org.graphline.checker.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.graphline.checker.engine.ProductSearch.Move;
import org.graphline.checker.space.EventSets;
import org.graphline.checker.space.Frontier;
import org.graphline.checker.space.IntPages;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.space.StateSpace;
import org.graphline.checker.space.StateStore;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Statistics;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Step.Fairness;

/// One breadth-first walk over a state space, nearest states first by counted steps: steps that do not count
/// (rule R31) cost nothing, so a state may be found again, nearer, before it is explored.
///
/// Keeps the states, for each its parent on a shortest path, and the transitions if some property needs them.
final class Exploration implements Explored {
  private static final int HERE = 1 << 5;

  /// Limits are looked at after so many steps: some states have hundreds of them.
  private static final int LIMITS_EVERY = 256;

  private final StateSpace space;
  private final Limits limits;
  private final Progress progress;
  private final MemoryBudget budget;
  private final SafetyMonitor monitor;
  private final EventTable events;
  private final StateStore store;
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

  /// @throws MemoryBudget.Exhausted if not even the empty tables fit
  Exploration(StateSpace space, List<Property> properties, Limits limits, Progress progress) {
    this.space = space;
    this.limits = limits;
    this.progress = progress;
    this.budget = MemoryBudget.of(limits.maxBytes());
    budget.reserve(space.workingBytes());
    this.monitor = new SafetyMonitor(space, properties);
    this.events = new EventTable(space, eventSets(properties));
    this.store = new StateStore(space.cells(), budget);
    this.parents = new IntPages(budget);
    this.flags = new IntPages(budget);
    this.graph = properties.stream().allMatch(SafetyMonitor::isSafety)
        ? Optional.empty() : Optional.of(new StepGraph(budget));
    this.order = graph.map(_ -> new IntPages(budget));
    this.frontier = new Frontier(budget);
  }

  /// Explores until everything is explored, every property is judged, or a limit is hit.
  void run() {
    try {
      found(store.add(space.initial()), -1, false);
      while (!frontier.isEmpty() && stopped.isEmpty()) {
        int state = frontier.take();
        if (!has(state, EXPLORED)) {
          if (frontier.depth() > limits.maxDepth()) {
            stopped = Optional.of(new Reason.StateLimit(store.size(), List.of()));
          } else {
            explore(state);
            checkLimits();
          }
        }
      }
    } catch (MemoryBudget.Exhausted _) {
      stopped = Optional.of(new Reason.MemoryLimit(budget.limit(), contributors()));
    }
  }

  private void explore(int id) {
    State state = store.state(id);
    explored++;
    order.ifPresent(o -> o.add(id));
    deepest = Math.max(deepest, frontier.depth());
    // Before its steps are followed: a step back to it must not make it its own parent.
    flags.set(id, flags.get(id) | EXPLORED);
    boolean faulty = space.isFaulty(state);
    List<Step> steps = faulty ? List.of() : StepGraph.ordered(space.steps(state));
    int mark = flags.get(id);
    if (faulty) {
      mark |= FAULTY;
    } else {
      mark |= space.isOver(state) ? OVER : 0;
      mark |= space.traysClosed(state) ? CLOSED : 0;
      mark |= steps.stream().allMatch(s -> s.fairness() == Fairness.FREE) ? END : 0;
    }
    int[] targets = new int[steps.size()];
    int[] classes = new int[steps.size()];
    for (int i = 0; i < targets.length; i++) {
      Step step = steps.get(i);
      targets[i] = found(store.add(step.target()), id, step.label().isCounted());
      classes[i] = events.classOf(step.label());
    }
    transitions += targets.length;
    graph.ifPresent(g -> g.addSteps(id, steps, classes, targets));
    flags.set(id, mark);
    monitor.visit(id, state, steps, mark);
  }

  private int found(int added, int parent, boolean counted) {
    int id = added;
    if (added >= 0) {
      parents.add(parent);
      flags.add(counted ? 0 : HERE);
      graph.ifPresent(StepGraph::addState);
    } else {
      id = ~added;
      if (counted || (flags.get(id) & (EXPLORED | HERE)) != 0) {
        return id;
      }
      // Found before at the next distance, but it is as near as its new parent.
      parents.set(id, parent);
      flags.set(id, flags.get(id) | HERE);
    }
    if (counted) {
      frontier.addFurther(id);
    } else {
      frontier.addHere(id);
    }
    return id;
  }

  private void checkLimits() {
    if (monitor.isDone() && store.size() > limits.idle()) {
      stopped = Optional.of(new Reason.StateLimit(store.size(), List.of()));
    } else if (store.size() > limits.maxStates()) {
      stopped = Optional.of(new Reason.StateLimit(limits.maxStates(), contributors()));
    } else if (transitions + explored - lookedAt >= LIMITS_EVERY) {
      lookedAt = transitions + explored;
      long elapsed = limits.elapsed();
      if (limits.cancelled().getAsBoolean()) {
        stopped = Optional.of(new Reason.Cancelled());
      } else if (elapsed > limits.maxNanos()) {
        stopped = Optional.of(new Reason.TimeLimit(limits.maxNanos() / 1e9, contributors()));
      } else {
        progress.storing(budget.used());
        progress.exploring(store.size(), frontier.size(), frontier.depth(),
            elapsed == 0 ? 0 : explored * 1e9 / elapsed);
      }
    }
  }

  private List<Reason.Contributor> contributors() {
    return Contributors.among(space.cells(), store);
  }

  @Override
  public List<Step> opening() {
    return space.opening();
  }

  @Override
  public List<Step> stepsTo(int state) {
    var story = new ArrayList<>(space.opening());
    List<Integer> path = pathTo(state);
    for (int i = 1; i < path.size(); i++) {
      State from = store.state(path.get(i - 1));
      State to = store.state(path.get(i));
      Step step = Stories.between(StepGraph.ordered(space.steps(from)), s -> s.target().equals(to));
      if (step == null) {
        throw new AssertionError("a state space forgot a step");
      }
      story.addAll(space.expand(from, step));
    }
    return story;
  }

  @Override
  public List<Step> steps(Move move) {
    State from = store.state(move.state());
    List<Step> steps = StepGraph.ordered(space.steps(from));
    return space.expand(from, steps.get(move.transition() - graph().first(move.state())));
  }

  /// Returns the numbers of the states from the initial one to `state` on a shortest path.
  private List<Integer> pathTo(int state) {
    var path = new ArrayList<Integer>();
    for (int at = state; at >= 0; at = parents.get(at)) {
      path.add(at);
    }
    return path.reversed();
  }

  @Override
  public int nearest(IntPredicate wanted) {
    IntPages all = order.orElseThrow(() -> new AssertionError("no order kept"));
    for (int i = 0; i < all.size(); i++) {
      if (wanted.test(all.get(i))) {
        return all.get(i);
      }
    }
    return -1;
  }

  @Override
  public boolean has(int state, int flag) {
    return (flags.get(state) & flag) != 0;
  }

  @Override
  public StepGraph graph() {
    return graph.orElseThrow(() -> new AssertionError("no transitions kept"));
  }

  @Override
  public EventTable events() {
    return events;
  }

  @Override
  public SafetyMonitor monitor() {
    return monitor;
  }

  @Override
  public MemoryBudget budget() {
    return budget;
  }

  @Override
  public Optional<Reason> stopped() {
    return stopped;
  }

  @Override
  public Statistics statistics(String engine) {
    int states = store.size();
    return new Statistics(engine, states, transitions, deepest, limits.seconds(), states == 0 ? 0 : bytesPerState(),
        explored == states);
  }

  /// What one more state takes; what the empty tables take is left out.
  private double bytesPerState() {
    int states = store.size();
    double path = 2 * Integer.BYTES;
    double steps = graph.isPresent() ? 2 * Integer.BYTES * (1 + (double) transitions / states) : 0;
    return store.bytesPerState() + path + steps;
  }

  static List<EventSet> eventSets(List<Property> properties) {
    Set<EventSet> sets = new LinkedHashSet<>();
    properties.forEach(p -> sets.addAll(EventSets.of(p)));
    return List.copyOf(sets);
  }
}
