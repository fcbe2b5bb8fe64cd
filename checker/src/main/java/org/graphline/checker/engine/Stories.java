package org.graphline.checker.engine;

import java.util.ArrayList;
import java.util.List;
import org.graphline.checker.engine.ProductSearch.Move;
import org.graphline.model.semantics.Step;

/// Turns paths through what was explored into elementary steps.
final class Stories {
  private final Explored explored;

  Stories(Explored explored) {
    this.explored = explored;
  }

  /// Returns the run from the start along `moves`.
  List<Step> fromStart(List<Move> moves) {
    var story = new ArrayList<>(explored.opening());
    story.addAll(along(moves));
    return story;
  }

  /// Returns the run along `moves`.
  List<Step> along(List<Move> moves) {
    var story = new ArrayList<Step>();
    moves.forEach(m -> story.addAll(explored.steps(m)));
    return story;
  }

  /// Returns the first step to a state that does not count, or else the first one; `null` if there is none.
  static Step between(List<Step> steps, java.util.function.Predicate<Step> leadsThere) {
    Step found = null;
    for (Step step : steps) {
      if (leadsThere.test(step) && (found == null || !step.label().isCounted())) {
        found = step;
        if (!step.label().isCounted()) {
          break;
        }
      }
    }
    return found;
  }
}
