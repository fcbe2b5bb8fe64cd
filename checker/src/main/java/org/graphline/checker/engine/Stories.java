package org.graphline.checker.engine;

import java.util.ArrayList;
import java.util.List;
import org.graphline.checker.engine.ProductSearch.Move;
import org.graphline.checker.space.StateSpace;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;

/// Turns paths through an exploration into elementary steps.
final class Stories {
  private final Exploration exploration;
  private final StateSpace space;

  Stories(Exploration exploration) {
    this.exploration = exploration;
    this.space = exploration.space();
  }

  /// Returns a shortest run to `state`.
  List<Step> to(int state) {
    var story = new ArrayList<>(space.opening());
    List<Integer> path = exploration.pathTo(state);
    for (int i = 1; i < path.size(); i++) {
      State from = exploration.store().state(path.get(i - 1));
      story.addAll(space.expand(from, stepBetween(from, exploration.store().state(path.get(i)))));
    }
    return story;
  }

  /// Returns the run from the start along `moves`.
  List<Step> fromStart(List<Move> moves) {
    var story = new ArrayList<>(space.opening());
    story.addAll(along(moves));
    return story;
  }

  /// Returns the run along `moves`.
  List<Step> along(List<Move> moves) {
    var story = new ArrayList<Step>();
    StepGraph graph = exploration.graph();
    for (Move move : moves) {
      State from = exploration.store().state(move.state());
      List<Step> steps = StepGraph.ordered(space.steps(from));
      story.addAll(space.expand(from, steps.get(move.transition() - graph.first(move.state()))));
    }
    return story;
  }

  private Step stepBetween(State from, State to) {
    Step found = null;
    for (Step step : StepGraph.ordered(space.steps(from))) {
      if (step.target().equals(to) && (found == null || !step.label().isCounted())) {
        found = step;
        if (!step.label().isCounted()) {
          break;
        }
      }
    }
    if (found == null) {
      throw new AssertionError("a state space forgot a step");
    }
    return found;
  }
}
