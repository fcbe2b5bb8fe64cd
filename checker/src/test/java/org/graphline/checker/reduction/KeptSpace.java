package org.graphline.checker.reduction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphline.checker.product.Products;
import org.graphline.checker.space.Cells;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.checker.space.StateSpace;
import org.graphline.model.property.Condition;
import org.graphline.model.property.EventSet;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Wait;

/// The steps of the model that a reduction has kept, for the engine to judge.
final class KeptSpace implements StateSpace {
  private final NetworkStateSpace whole;
  private final Map<State, List<Step>> kept = new HashMap<>();

  KeptSpace(NetworkStateSpace whole, Products.Made made, ReducedGraph graph) {
    this.whole = whole;
    for (int s = 0; s < graph.states(); s++) {
      if (isFaulty(graph, made, s)) {
        continue;
      }
      int[] values = graph.values(s);
      State state = made.translation().state(values);
      var left = new ArrayList<>(whole.steps(state));
      var steps = new ArrayList<Step>();
      for (int step = graph.first(s); step >= 0; step = graph.next(step)) {
        int[] after = graph.values(graph.target(step));
        Label label = graph.offer(step).labels().get(graph.label(s, step) - graph.offer(step).number());
        Step same = left.stream().filter(x -> isSame(label, x.label()) && leadsTo(x, after, made)).findFirst()
            .orElseThrow(() -> new AssertionError("no step of the model: " + label));
        left.remove(same);
        steps.add(same);
      }
      kept.put(state, steps);
    }
  }

  private static boolean isFaulty(ReducedGraph graph, Products.Made made, int state) {
    return isFaulty(graph.values(state), made);
  }

  private static boolean isFaulty(int[] values, Products.Made made) {
    for (int i = 0; i < made.product().instances(); i++) {
      if (made.product().standings().get(i).get(values[i]).isFaulty()) {
        return true;
      }
    }
    return false;
  }

  private boolean leadsTo(Step step, int[] after, Products.Made made) {
    return whole.isFaulty(step.target()) ? isFaulty(after, made)
        : !isFaulty(after, made) && made.translation().state(after).equals(step.target());
  }

  private static boolean isSame(Label one, Label other) {
    return one.equals(other)
        || one instanceof Label.Sync(int a, _) && other instanceof Label.Sync(int b, _) && a == b;
  }

  /// Returns the states, those with errors left out.
  Iterable<State> states() {
    return kept.keySet();
  }

  @Override
  public List<Step> steps(State state) {
    return kept.get(state);
  }

  @Override
  public Cells cells() {
    return whole.cells();
  }

  @Override
  public State initial() {
    return whole.initial();
  }

  @Override
  public List<Wait> waits(State state) {
    return whole.waits(state);
  }

  @Override
  public boolean rests(State state, int instance) {
    return whole.rests(state, instance);
  }

  @Override
  public boolean isFaulty(State state) {
    return whole.isFaulty(state);
  }

  @Override
  public boolean isOver(State state) {
    return whole.isOver(state);
  }

  @Override
  public boolean traysClosed(State state) {
    return whole.traysClosed(state);
  }

  @Override
  public boolean holds(Condition condition, State state) {
    return whole.holds(condition, state);
  }

  @Override
  public boolean matches(EventSet.Pattern pattern, Label label) {
    return whole.matches(pattern, label);
  }
}
