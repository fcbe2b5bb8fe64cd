package org.graphline.checker.engine;

import java.util.ArrayList;
import java.util.List;
import org.graphline.checker.engine.ProductSearch.Move;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.space.StateSpace;
import org.graphline.checker.space.StateStore;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Statistics;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Step.Fairness;

/// One breadth-first walk over the states of any state space, step by step as objects. Keeps the transitions
/// if some property needs them.
final class Exploration implements Explored {
  private final StateSpace space;
  private final Ledger ledger;
  private final StateStore store;

  /// @throws MemoryBudget.Exhausted if not even the empty tables fit
  Exploration(StateSpace space, List<Property> properties, Limits limits, Progress progress) {
    this.space = space;
    this.ledger = new Ledger(space, properties, limits, progress, this::contributors);
    ledger.budget().reserve(space.workingBytes());
    this.store = new StateStore(space.cells(), ledger.budget());
  }

  /// Explores until everything is explored, every property is judged, or a limit is hit.
  void run() {
    try {
      reach(space.initial(), -1, false);
      for (int state = ledger.take(); state >= 0; state = ledger.take()) {
        ledger.finish(explore(state));
      }
    } catch (MemoryBudget.Exhausted _) {
      ledger.isFull();
    }
  }

  private int explore(int id) {
    State state = store.state(id);
    boolean faulty = space.isFaulty(state);
    List<Step> steps = faulty ? List.of() : StepGraph.ordered(space.steps(state));
    int mark = Ledger.FAULTY;
    if (!faulty) {
      mark = (space.isOver(state) ? Ledger.OVER : 0) | (space.traysClosed(state) ? Ledger.CLOSED : 0)
          | (steps.stream().allMatch(s -> s.fairness() == Fairness.FREE) ? Ledger.END : 0);
    }
    int[] targets = new int[steps.size()];
    int[] classes = new int[steps.size()];
    for (int i = 0; i < targets.length; i++) {
      Step step = steps.get(i);
      targets[i] = reach(step.target(), id, step.label().isCounted());
      classes[i] = ledger.events().classOf(step.label());
    }
    if (ledger.hasGraph()) {
      ledger.graph().addSteps(id, steps, classes, targets);
    }
    ledger.mark(id, mark | ledger.monitor().visit(id, state, steps, mark));
    return targets.length;
  }

  private int reach(State state, int parent, boolean counted) {
    int added = store.add(state);
    if (added >= 0) {
      ledger.addState();
    }
    int id = added >= 0 ? added : ~added;
    ledger.reach(id, parent, counted);
    return id;
  }

  private List<Reason.Contributor> contributors() {
    return Contributors.among(space.cells(), store);
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public List<Step> opening() {
    return space.opening();
  }

  @Override
  public List<Step> stepsTo(int state) {
    var story = new ArrayList<>(space.opening());
    List<Integer> path = ledger.pathTo(state);
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
    return space.expand(from, steps.get(move.transition() - ledger.graph().first(move.state())));
  }

  @Override
  public Statistics statistics(String engine) {
    int states = ledger.states();
    return new Statistics(engine, states, ledger.transitions(), ledger.deepest(), ledger.seconds(),
        states == 0 ? 0 : store.bytesPerState() + ledger.bytesPerState(), ledger.isComplete());
  }
}
