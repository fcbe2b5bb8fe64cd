package org.graphline.checker.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.graphline.checker.engine.ProductSearch.Move;
import org.graphline.checker.packed.Packing;
import org.graphline.checker.packed.Suspicion;
import org.graphline.checker.reduction.Demands;
import org.graphline.checker.reduction.ReducedGraph;
import org.graphline.checker.reduction.StubbornSearch;
import org.graphline.checker.reduction.StubbornSets;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Statistics;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Step;

/// What a search by stubborn sets keeps, as something properties can be judged on. Every path through it is a
/// run of the network.
final class StubbornExploration implements Explored {
  /// About what a state takes with its steps, to know beforehand how many fit.
  private static final int BYTES_A_STATE = 160;
  private static final int LOOK_EVERY = 1 << 6;

  private final ProductView view;
  private final Limits limits;
  private final Progress progress;
  private final Ledger ledger;
  private final LabelNotes notes;
  private final ReducedGraph kept;
  private Optional<Reason> stopped = Optional.empty();
  private int[] steps = new int[16];
  private int[] labels = new int[16];
  private int asked;

  /// @throws MemoryBudget.Exhausted if it does not fit
  StubbornExploration(ProductView view, List<Property> properties, Limits limits, Progress progress) {
    this.view = view;
    this.limits = limits;
    this.progress = progress;
    this.ledger = new Ledger(view.whole(), properties, limits, progress,
        () -> Contributors.among(view.whole()));
    this.notes = new LabelNotes(view.offers(), ledger.events()::classOf);
    this.kept = search(properties);
    for (int state = 0; state < kept.states(); state++) {
      ledger.addState();
    }
    walk();
    stopped.ifPresent(ledger::stop);
  }

  private ReducedGraph search(List<Property> properties) {
    Packing packing = Packing.of(view.product().fields());
    Suspicion.Judge judge = new Suspicion(view.product(), packing,
        ProductView.interest(view.whole(), view.made(), properties)).judge();
    long fitting = ledger.budget().limit() / (BYTES_A_STATE + 8L * packing.words());
    int most = (int) Math.min(Integer.MAX_VALUE - 8, Math.min(limits.maxStates(), fitting));
    var sets = new StubbornSets(view.product(), Demands.of(properties, view.made(), view.whole()),
        limits.look(() -> Contributors.among(view.whole())));
    ReducedGraph found = StubbornSearch.explore(sets, judge::isSuspicious, most, this::stops);
    if (!found.isComplete() && stopped.isEmpty()) {
      List<Reason.Contributor> largest = Contributors.among(view.whole());
      stopped = Optional.of(found.states() > limits.maxStates()
          ? new Reason.StateLimit(limits.maxStates(), largest)
          : new Reason.MemoryLimit(ledger.budget().limit(), largest));
    }
    return found;
  }

  private boolean stops(int states, int depth) {
    if (++asked % LOOK_EVERY == 0) {
      long elapsed = limits.elapsed();
      progress.storing(states * (BYTES_A_STATE + 8L * view.space().words()));
      progress.exploring(states, depth, depth, elapsed == 0 ? 0 : states * 1e9 / elapsed);
      stopped = limits.passed(() -> Contributors.among(view.whole()));
    }
    return stopped.isPresent();
  }

  /// Goes through what was kept, nearest first. Where a limit was hit before, that is not looked at again.
  private void walk() {
    boolean isPatient = stopped.isPresent();
    Patience patience = ledger.patience("what stubborn sets keep");
    var suspicious = new BitSet(kept.states());
    for (int state : kept.suspicious()) {
      suspicious.set(state);
    }
    try {
      if (!isPatient) {
        patience.begin("order", kept.states());
      }
      ledger.reach(0, -1, false);
      for (int state = ledger.take(); state >= 0; state = ledger.take()) {
        if (!isPatient) {
          patience.piece();
        }
        copy(state);
        look(state, suspicious.get(state));
      }
    } catch (GaveUp limit) {
      stopped = Optional.of(limit.reason());
    }
  }

  private void look(int state, boolean isSuspicious) {
    long[] words = kept.words(state);
    int flags = view.traysClosed(words) ? Ledger.CLOSED : 0;
    if (isSuspicious) {
      ProductView.Look look = view.look(words);
      flags |= look.flags();
      flags |= ledger.monitor().visit(state, look.state(), look.steps(), flags);
    }
    ledger.mark(state, flags);
  }

  /// Copies the steps of a state, outcomes of a demonic choice side by side.
  private void copy(int state) {
    int count = 0;
    for (int step = kept.first(state); step >= 0; step = kept.next(step)) {
      if (kept.target(step) >= 0) {
        if (count == steps.length) {
          steps = Arrays.copyOf(steps, 2 * count);
          labels = Arrays.copyOf(labels, 2 * count);
        }
        insert(step, kept.label(state, step), count++);
      }
    }
    if (ledger.hasGraph()) {
      notes.addAll(ledger.graph(), state, labels, count, i -> kept.target(steps[i]));
    }
    for (int i = 0; i < count; i++) {
      ledger.reach(kept.target(steps[i]), state, notes.isCounted(labels[i]));
    }
  }

  private void insert(int step, int label, int count) {
    int place = count;
    while (place > 0 && notes.key(labels[place - 1]) > notes.key(label)) {
      steps[place] = steps[place - 1];
      labels[place] = labels[place - 1];
      place--;
    }
    steps[place] = step;
    labels[place] = label;
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public List<Step> opening() {
    return List.of();
  }

  @Override
  public List<Step> stepsTo(int state) {
    return view.along(ledger.pathTo(state).stream().map(kept::words).toList());
  }

  @Override
  public List<Step> steps(Move move) {
    StepGraph graph = ledger.graph();
    int transition = move.transition();
    return view.steps(kept.words(move.state()), kept.words(graph.target(transition)), _ -> true,
        s -> notes.isAt(graph, transition, s));
  }

  @Override
  public Statistics statistics(String engine) {
    long states = kept.isComplete() ? kept.states() : Math.min(kept.states(), limits.maxStates());
    return new Statistics(engine, states, kept.transitions(), ledger.deepest(), ledger.seconds(),
        (double) (kept.bytes() + ledger.budget().used()) / Math.max(1, kept.states()), kept.isComplete());
  }
}
