package org.graphline.checker.engine;

import java.util.List;
import org.graphline.checker.engine.ProductSearch.Move;
import org.graphline.checker.packed.ProductSpace;
import org.graphline.checker.packed.Stepper;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.space.NumberedWords;
import org.graphline.checker.verdict.Statistics;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Step;

/// One breadth-first walk over the packed states of a product that keeps the transitions, for properties of
/// runs: what [Exploration] does for any state space, without making an object a step.
final class ProductExploration implements Explored {
  private final ProductView view;
  private final ProductSpace space;
  private final Ledger ledger;
  private final LabelNotes notes;
  private final NumberedWords store;
  private final StepGraph graph;
  private final long[] words;

  /// @throws MemoryBudget.Exhausted if not even the empty tables fit
  ProductExploration(ProductView view, ProductSpace space, List<Property> properties, Limits limits,
      Progress progress) {
    this.view = view;
    this.space = space;
    this.ledger = new Ledger(view.whole(), properties, limits, progress, ()
        -> Contributors.among(view.whole()));
    this.notes = new LabelNotes(view.offers(), ledger.events()::classOf);
    this.store = new NumberedWords(space.words(), ledger.budget());
    this.graph = ledger.graph();
    this.words = new long[space.words()];
  }

  /// Explores until everything is explored, every property is judged, or a limit is hit.
  void run() {
    try {
      Stepper stepper = space.stepper(true);
      space.initial(words);
      reach(words, 0, -1, false);
      for (int state = ledger.take(); state >= 0; state = ledger.take()) {
        ledger.finish(explore(state, stepper));
      }
    } catch (MemoryBudget.Exhausted _) {
      ledger.isFull();
    }
  }

  private int explore(int id, Stepper stepper) {
    store.read(id, words);
    int count = stepper.steps(words, 0);
    int mark = view.traysClosed(words) ? Ledger.CLOSED : 0;
    if (stepper.suspicious) {
      ProductView.Look look = view.look(words);
      mark |= look.flags();
      mark |= ledger.monitor().visit(id, look.state(), look.steps(), mark);
    }
    notes.arrange(stepper, count, words.length);
    notes.addAll(graph, id, stepper.labels, count,
        i -> reach(stepper.targets, i * words.length, id, notes.isCounted(stepper.labels[i])));
    ledger.mark(id, mark);
    return count;
  }

  private int reach(long[] states, int at, int parent, boolean counted) {
    int added = store.add(states, at);
    if (added >= 0) {
      ledger.addState();
    }
    int id = added >= 0 ? added : ~added;
    ledger.reach(id, parent, counted);
    return id;
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public List<Step> opening() {
    return view.opening();
  }

  @Override
  public List<Step> stepsTo(int state) {
    return view.along(ledger.pathTo(state).stream().map(this::read).toList());
  }

  @Override
  public List<Step> steps(Move move) {
    int transition = move.transition();
    return view.steps(read(move.state()), read(graph.target(transition)), l ->
            notes.isAt(graph, transition, l),
        s -> notes.isAt(graph, transition, s));
  }

  private long[] read(int id) {
    long[] state = new long[words.length];
    store.read(id, state);
    return state;
  }

  @Override
  public Statistics statistics(String engine) {
    int states = ledger.states();
    return new Statistics(engine, states, ledger.transitions(), ledger.deepest(), ledger.seconds(),
        states == 0 ? 0 : store.bytesPerState() + ledger.bytesPerState(), ledger.isComplete());
  }
}
