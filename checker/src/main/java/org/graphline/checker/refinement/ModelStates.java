package org.graphline.checker.refinement;

import java.util.List;
import org.graphline.checker.engine.Contributors;
import org.graphline.checker.engine.StepGraph;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.space.StateSpace;
import org.graphline.checker.space.StateStore;
import org.graphline.checker.verdict.Reason;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;

/// States of any state space.
final class ModelStates implements States {
  private final StateSpace space;
  private final Outside outside;
  private final Alphabet alphabet;
  private final Newcomers newcomers;
  private final StateStore store;

  ModelStates(Side.OfModel side, Alphabet alphabet, Newcomers newcomers, MemoryBudget budget) {
    this.space = side.space();
    this.outside = new Outside(side.semantics());
    this.alphabet = alphabet;
    this.newcomers = newcomers;
    budget.reserve(space.workingBytes());
    this.store = new StateStore(space.cells(), budget);
  }

  @Override
  public void begin() {
    add(space.initial());
  }

  private int add(State state) {
    int added = store.add(state);
    if (added >= 0) {
      newcomers.add(space.isFaulty(state));
    }
    return added >= 0 ? added : ~added;
  }

  @Override
  public Seen explore(int id, StepGraph graph) {
    State state = store.state(id);
    List<Step> steps = StepGraph.ordered(space.steps(state));
    int[] classes = new int[steps.size()];
    int[] targets = new int[steps.size()];
    for (int i = 0; i < targets.length; i++) {
      classes[i] = outside.event(steps.get(i).label()).map(alphabet::number).orElse(Alphabet.INTERNAL);
      targets[i] = add(steps.get(i).target());
    }
    graph.addSteps(id, steps, classes, targets);
    return new Seen(alphabet.numbers(outside.ends(state)),
        outside.accepted(steps, space::steps).map(alphabet::numbers));
  }

  @Override
  public List<Step> opening() {
    return space.opening();
  }

  @Override
  public List<Step> steps(int state, int transition, StepGraph graph) {
    State from = store.state(state);
    List<Step> all = StepGraph.ordered(space.steps(from));
    return space.expand(from, all.get(transition - graph.first(state)));
  }

  @Override
  public int size() {
    return store.size();
  }

  @Override
  public double bytesPerState() {
    return store.bytesPerState();
  }

  @Override
  public List<Reason.Contributor> contributors() {
    return Contributors.among(space.cells(), store);
  }
}
