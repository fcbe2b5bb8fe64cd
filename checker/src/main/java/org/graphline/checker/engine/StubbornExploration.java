package org.graphline.checker.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.graphline.checker.engine.ProductSearch.Move;
import org.graphline.checker.packed.Packing;
import org.graphline.checker.packed.Suspicion;
import org.graphline.checker.reduction.Demands;
import org.graphline.checker.reduction.ReducedGraph;
import org.graphline.checker.reduction.StubbornSearch;
import org.graphline.checker.reduction.StubbornSets;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Statistics;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Step.Fairness;

/// What a search by stubborn sets keeps, as something properties can be judged on. Every path through it is a run of the
/// network.
final class StubbornExploration implements Explored {
  private static final int BYTES_A_STATE = 160;
  private static final int LOOK_EVERY = 1 << 12;

  private final ProductView view;
  private final Limits limits;
  private final Progress progress;
  private final MemoryBudget budget;
  private final EventTable events;
  private final LabelNotes notes;
  private final SafetyMonitor monitor;
  private final ReducedGraph kept;
  private final StepGraph graph;
  private final int[] flags;
  private final int[] order;
  private final int[] parents;
  private final int depth;
  private int asked;
  private Optional<Reason> stopped = Optional.empty();

  /// @throws MemoryBudget.Exhausted if it does not fit
  StubbornExploration(ProductView view, List<Property> properties, Limits limits, Progress progress) {
    this.view = view;
    this.limits = limits;
    this.progress = progress;
    this.budget = MemoryBudget.of(limits.maxBytes());
    this.events = new EventTable(view.whole(), Exploration.eventSets(properties));
    this.notes = new LabelNotes(view.offers(), events);
    this.monitor = new SafetyMonitor(view.whole(), properties);
    this.kept = search(properties);
    this.graph = new StepGraph(budget);
    int states = kept.states();
    this.flags = new int[states];
    this.order = new int[states];
    this.parents = new int[states];
    int[] distances = new int[states];
    copy();
    walk(distances);
    this.depth = Arrays.stream(distances).max().orElse(0);
    look();
  }

  private ReducedGraph search(List<Property> properties) {
    Packing packing = Packing.of(view.product().fields());
    Suspicion.Judge judge = new Suspicion(view.product(), packing,
        ProductView.interest(view.whole(), view.made(), properties)).judge();
    long fitting = budget.limit() / (BYTES_A_STATE + 8L * packing.words());
    int most = (int) Math.min(Integer.MAX_VALUE - 8, Math.min(limits.maxStates(), fitting));
    budget.reserve(0);
    var sets = new StubbornSets(view.product(), Demands.of(properties, view.made(), view.whole()));
    ReducedGraph found = StubbornSearch.explore(sets, judge::isSuspicious, most, this::stops);
    if (!found.isComplete() && stopped.isEmpty()) {
      stopped = Optional.of(found.states() > limits.maxStates()
          ? new Reason.StateLimit(limits.maxStates(), Contributors.among(view.whole()))
          : new Reason.MemoryLimit(budget.limit(), Contributors.among(view.whole())));
    }
    return found;
  }

  private boolean stops(int states) {
    if (++asked % LOOK_EVERY != 0) {
      return false;
    }
    long elapsed = limits.elapsed();
    progress.exploring(states, 0, 0, elapsed == 0 ? 0 : states * 1e9 / elapsed);
    if (limits.cancelled().getAsBoolean()) {
      stopped = Optional.of(new Reason.Cancelled());
    } else if (elapsed > limits.maxNanos()) {
      stopped = Optional.of(new Reason.TimeLimit(limits.maxNanos() / 1e9, Contributors.among(view.whole())));
    }
    return stopped.isPresent();
  }

  /// Copies the steps, outcomes of a demonic choice side by side.
  private void copy() {
    var steps = new ArrayList<Integer>();
    for (int state = 0; state < kept.states(); state++) {
      graph.addState();
    }
    for (int state = 0; state < kept.states(); state++) {
      steps.clear();
      for (int step = kept.first(state); step >= 0; step = kept.next(step)) {
        if (kept.target(step) >= 0) {
          steps.add(step);
        }
      }
      int from = state;
      int[] labels = steps.stream().mapToInt(s -> kept.label(from, s)).toArray();
      Integer[] sorted = new Integer[labels.length];
      Arrays.setAll(sorted, i -> i);
      Arrays.sort(sorted, Comparator.comparingInt(i -> notes.key(labels[i])));
      graph.open(state);
      for (int i = 0; i < sorted.length; i++) {
        notes.add(graph, kept.target(steps.get(sorted[i])), labels[sorted[i]],
            i > 0 && notes.isSameChoice(labels[sorted[i]], labels[sorted[i - 1]]), i == sorted.length - 1);
      }
      if (sorted.length == 0) {
        graph.isEnd(state);
      }
    }
  }

  /// Orders the states by their distance in counted steps along what was kept.
  private void walk(int[] distances) {
    Arrays.fill(distances, -1);
    var queue = new ArrayDeque<Integer>();
    var done = new boolean[distances.length];
    distances[0] = 0;
    parents[0] = -1;
    queue.add(0);
    int count = 0;
    while (!queue.isEmpty()) {
      int state = queue.pollFirst();
      if (done[state]) {
        continue;
      }
      done[state] = true;
      order[count++] = state;
      for (int t = graph.first(state); t >= 0; t = graph.next(t)) {
        int target = graph.target(t);
        int distance = distances[state] + (graph.isCounted(t) ? 1 : 0);
        if (!done[target] && (distances[target] < 0 || distance < distances[target])) {
          distances[target] = distance;
          parents[target] = state;
          if (graph.isCounted(t)) {
            queue.addLast(target);
          } else {
            queue.addFirst(target);
          }
        }
      }
    }
  }

  private void look() {
    var suspicious = new boolean[flags.length];
    for (int state : kept.suspicious()) {
      suspicious[state] = true;
    }
    for (int state : order) {
      long[] words = kept.words(state);
      flags[state] = EXPLORED | (view.traysClosed(words) ? CLOSED : 0);
      if (suspicious[state]) {
        ProductView.Look look = view.look(words);
        flags[state] |= look.flags();
        monitor.visit(state, look.state(), look.steps(), flags[state]);
      }
    }
  }

  @Override
  public List<Step> opening() {
    return List.of();
  }

  @Override
  public List<Step> stepsTo(int state) {
    var path = new ArrayList<long[]>();
    for (int at = state; at >= 0; at = parents[at]) {
      path.add(kept.words(at));
    }
    return view.along(path.reversed());
  }

  @Override
  public List<Step> steps(Move move) {
    int transition = move.transition();
    int eventClass = graph.classOf(transition);
    Fairness fairness = graph.fairness(transition);
    boolean counted = graph.isCounted(transition);
    return view.steps(kept.words(move.state()), kept.words(graph.target(transition)), _ -> true,
        s -> events.classOf(s.label()) == eventClass && s.fairness() == fairness
            && s.label().isCounted() == counted);
  }

  @Override
  public int nearest(IntPredicate wanted) {
    return Arrays.stream(order).filter(wanted).findFirst().orElse(-1);
  }

  @Override
  public boolean has(int state, int flag) {
    return (flags[state] & flag) != 0;
  }

  @Override
  public StepGraph graph() {
    return graph;
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
    return new Statistics(engine, kept.states(), kept.transitions(), depth, limits.seconds(), BYTES_A_STATE,
        kept.isComplete());
  }
}
