package org.graphline.checker.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.graphline.checker.engine.Judgement.Closure;
import org.graphline.checker.engine.Judgement.Evidence;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.space.StateSpace;
import org.graphline.checker.verdict.Finding;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Statistics;
import org.graphline.model.property.Property;

/// The exact engine: one exploration, nearest states first, serves all properties. Violations that single
/// states show are found with the fewest counted steps; properties of runs are judged on the stored
/// transitions afterwards.
///
/// @param name how statistics call it
public record BreadthFirst(String name) implements Engine {

  @Override
  public Outcome judge(StateSpace space, List<Property> properties, Limits limits, Progress progress) {
    try {
      var exploration = new Exploration(space, properties, limits, progress);
      exploration.run();
      Map<Property, Judgement> judgements = new LinkedHashMap<>();
      properties.forEach(p -> judgements.put(p, Verdicts.of(p, exploration)));
      return new Outcome(judgements, exploration.statistics(name));
    } catch (MemoryBudget.Exhausted _) {
      return nothing(space, properties, limits);
    } catch (OutOfMemoryError _) {
      // The last resort: the budget is counted, but the heap is shared with everything else.
      return nothing(space, properties, limits);
    }
  }

  private Outcome nothing(StateSpace space, List<Property> properties, Limits limits) {
    var reason = new Reason.MemoryLimit(limits.maxBytes(), Contributors.bySize(space.cells()));
    Map<Property, Judgement> judgements = new LinkedHashMap<>();
    properties.forEach(p -> judgements.put(p, new Judgement.Open(reason)));
    return new Outcome(judgements, new Statistics(name, 0, 0, 0, limits.seconds(), 0, false));
  }
}
