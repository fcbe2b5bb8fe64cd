package org.graphline.checker.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.graphline.checker.engine.ProductSearch.Move;
import org.graphline.checker.packed.ProductSpace;
import org.graphline.checker.packed.Stepper;
import org.graphline.checker.space.Frontier;
import org.graphline.checker.space.IntPages;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.space.NumberedWords;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Statistics;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Step.Fairness;

/// One breadth-first walk over the packed states of a product that keeps the transitions, for properties of runs. What
/// [Exploration] does for any state space, without making an object a step.
final class ProductExploration implements Explored {
  private static final int HERE = 1 << 5;
  private static final int LIMITS_EVERY = 1 << 10;
  private static final int PROGRESS_EVERY = 1 << 14;

  private final ProductView view;
  private final ProductSpace space;
  private final Limits limits;
  private final Progress progress;
  private final MemoryBudget budget;
  private final SafetyMonitor monitor;
  private final EventTable events;
  private final LabelNotes notes;
  private final NumberedWords store;
  private final IntPages parents;
  private final IntPages flags;
  private final StepGraph graph;
  private final IntPages order;
  private final Frontier frontier;
  private final long[] words;
  private long transitions;
  private int explored;
  private int deepest;
  private Optional<Reason> stopped = Optional.empty();

  /// @throws MemoryBudget.Exhausted if not even the empty tables fit
  ProductExploration(ProductView view, ProductSpace space, List<Property> properties, Limits limits,
      Progress progress) {
    this.view = view;
    this.space = space;
    this.limits = limits;
    this.progress = progress;
    this.budget = MemoryBudget.of(limits.maxBytes());
    this.monitor = new SafetyMonitor(view.whole(), properties);
    this.events = new EventTable(view.whole(), Exploration.eventSets(properties));
    this.notes = new LabelNotes(view.offers(), events);
    this.store = new NumberedWords(space.words(), budget);
    this.parents = new IntPages(budget);
    this.flags = new IntPages(budget);
    this.graph = new StepGraph(budget);
    this.order = new IntPages(budget);
    this.frontier = new Frontier(budget);
    this.words = new long[space.words()];
  }

  /// Explores until everything is explored, every property is judged, or a limit is hit.
  void run() {
    try {
      Stepper stepper = space.stepper(true);
      space.initial(words);
      found(store.add(words, 0), -1, false);
      while (!frontier.isEmpty() && stopped.isEmpty()) {
        int state = frontier.take();
        if (!has(state, EXPLORED)) {
          explore(state, stepper);
          checkLimits();
        }
      }
    } catch (MemoryBudget.Exhausted _) {
      stopped = Optional.of(new Reason.MemoryLimit(budget.limit(), contributors()));
    }
  }

  private void explore(int id, Stepper stepper) {
    explored++;
    order.add(id);
    deepest = Math.max(deepest, frontier.depth());
    // Before its steps are followed: a step back to it must not make it its own parent.
    flags.set(id, flags.get(id) | EXPLORED);
    store.read(id, words);
    int count = stepper.steps(words, 0);
    int mark = flags.get(id) | (view.traysClosed(words) ? CLOSED : 0);
    if (stepper.suspicious) {
      mark = look(id, mark);
    }
    notes.arrange(stepper, count, words.length);
    graph.open(id);
    for (int i = 0; i < count; i++) {
      int label = stepper.labels[i];
      int target = found(store.add(stepper.targets, i * words.length), id, notes.counted[label]);
      notes.add(graph, target, label, i > 0 && notes.isSameChoice(label, stepper.labels[i - 1]), i == count - 1);
    }
    if (count == 0) {
      graph.isEnd(id);
    }
    transitions += count;
    flags.set(id, mark);
  }

  /// Looks at a suspicious state with the model's eyes.
  private int look(int id, int mark) {
    ProductView.Look look = view.look(words);
    int seen = mark | look.flags();
    monitor.visit(id, look.state(), look.steps(), seen);
    return seen;
  }

  private int found(int added, int parent, boolean counted) {
    int id = added;
    if (added >= 0) {
      parents.add(parent);
      flags.add(counted ? 0 : HERE);
      graph.addState();
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
    } else if (explored % LIMITS_EVERY == 0) {
      long elapsed = limits.elapsed();
      if (limits.cancelled().getAsBoolean()) {
        stopped = Optional.of(new Reason.Cancelled());
      } else if (elapsed > limits.maxNanos()) {
        stopped = Optional.of(new Reason.TimeLimit(limits.maxNanos() / 1e9, contributors()));
      } else if (explored % PROGRESS_EVERY == 0) {
        progress.storing(budget.used());
        progress.exploring(store.size(), frontier.size(), frontier.depth(),
            elapsed == 0 ? 0 : explored * 1e9 / elapsed);
      }
    }
  }

  private List<Reason.Contributor> contributors() {
    return Contributors.among(view.whole());
  }

  @Override
  public List<Step> opening() {
    return view.opening();
  }

  @Override
  public List<Step> stepsTo(int state) {
    var path = new ArrayList<long[]>();
    for (int at = state; at >= 0; at = parents.get(at)) {
      path.add(read(at));
    }
    return view.along(path.reversed());
  }

  @Override
  public List<Step> steps(Move move) {
    int transition = move.transition();
    int eventClass = graph.classOf(transition);
    Fairness fairness = graph.fairness(transition);
    boolean counted = graph.isCounted(transition);
    return view.steps(read(move.state()), read(graph.target(transition)),
        l -> notes.eventClass[l] == eventClass && notes.fairness[l] == fairness && notes.counted[l] == counted,
        s -> events.classOf(s.label()) == eventClass && s.fairness() == fairness
            && s.label().isCounted() == counted);
  }

  private long[] read(int id) {
    long[] state = new long[words.length];
    store.read(id, state);
    return state;
  }

  @Override
  public int nearest(IntPredicate wanted) {
    for (int i = 0; i < order.size(); i++) {
      if (wanted.test(order.get(i))) {
        return order.get(i);
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
    int states = store.size();
    double path = 3 * Integer.BYTES;
    double steps = states == 0 ? 0 : 2 * Integer.BYTES * (double) transitions / states + Integer.BYTES;
    return new Statistics(engine, states, transitions, deepest, limits.seconds(),
        states == 0 ? 0 : store.bytesPerState() + path + steps, stopped.isEmpty() && explored == states);
  }
}
