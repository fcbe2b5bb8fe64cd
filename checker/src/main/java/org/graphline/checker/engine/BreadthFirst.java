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
      properties.forEach(p -> judgements.put(p, judgement(p, exploration, progress)));
      return new Outcome(judgements, exploration.statistics(name));
    } catch (MemoryBudget.Exhausted _) {
      return nothing(properties, limits);
    } catch (OutOfMemoryError _) {
      // The last resort: the budget is counted, but the heap is shared with everything else.
      return nothing(properties, limits);
    }
  }

  private Judgement judgement(Property property, Exploration exploration, Progress progress) {
    Optional<Judgement> open = exploration.stopped().map(Judgement.Open::new);
    OptionalInt violation = exploration.monitor().violation(property);
    if (violation.isPresent()) {
      return new Judgement.Fails(atState(property, violation.getAsInt(), exploration));
    }
    boolean runs = !SafetyMonitor.isSafety(property)
        && exploration.stopped().map(reason -> reason instanceof Reason.StateLimit).orElse(true);
    if (runs) {
      progress.judging(property.getClass().getSimpleName());
      try {
        Optional<Evidence> evidence = new RunJudge(exploration).refute(property);
        // A story that was not found in a part may be in the rest.
        boolean needsAll = property instanceof Property.Can && open.isPresent();
        if (evidence.isPresent() && !needsAll) {
          return new Judgement.Fails(evidence.get());
        }
        if (evidence.isEmpty() && property instanceof Property.Can) {
          return new Judgement.Holds();
        }
      } catch (MemoryBudget.Exhausted _) {
        return new Judgement.Open(new Reason.MemoryLimit(exploration.budget().limit(), List.of()));
      }
    }
    return open.orElseGet(Judgement.Holds::new);
  }

  private static Evidence atState(Property property, int state, Exploration exploration) {
    Finding finding = switch (property) {
      case Property.DeadlockFree _ -> Finding.DEADLOCK;
      case Property.ErrorFree _ -> Finding.ERROR;
      case Property.Always _, Property.Never _ -> Finding.CONDITION;
      case Property.Terminates _ -> Finding.TERMINATION;
      case Property.ShutsDown _ -> Finding.SHUTDOWN;
      case Property.LivelockFree _, Property.LeadsTo _, Property.Can _, Property.Cannot _ ->
          throw new AssertionError("not decided by a state: " + property);
    };
    List<Integer> group = finding == Finding.DEADLOCK ? exploration.monitor().group() : List.of();
    return new Evidence(finding, new Stories(exploration).to(state), List.of(), group, Closure.NO_LOOP);
  }

  private Outcome nothing(List<Property> properties, Limits limits) {
    var reason = new Reason.MemoryLimit(limits.maxBytes(), List.of());
    Map<Property, Judgement> judgements = new LinkedHashMap<>();
    properties.forEach(p -> judgements.put(p, new Judgement.Open(reason)));
    return new Outcome(judgements, new Statistics(name, 0, 0, 0, limits.seconds(), 0, false));
  }
}
