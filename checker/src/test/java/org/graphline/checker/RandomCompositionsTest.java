package org.graphline.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.checker.RandomNetworks.Sample;
import org.graphline.checker.engine.Prepared;
import org.graphline.checker.engine.StuckGroups;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Timers;
import org.junit.jupiter.api.Test;

/// Composition held against the definitions, on networks with every kind of line and statement and with graphs
/// put around any parts of them.
class RandomCompositionsTest {
  private static final long FIRST = Long.getLong("graphline.random.first", 1);
  private static final long COUNT = Long.getLong("graphline.random.count", 400);
  private static final int MOST_STATES = 500;

  @Test
  void everyAnswerIsThatOfAllStatesAndEveryRunIsOneOfTheModel() {
    var answers = new ComposedAnswers();
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      Sample sample = RandomNetworks.seeded(seed);
      Optional<Map<Property, NaiveChecker.Answer>> naive =
          NaiveChecker.check(sample.network(), sample.properties(), Timers.ANY, MOST_STATES);
      if (naive.isPresent()) {
        var known = new LinkedHashMap<Property, Boolean>();
        naive.get().forEach((property, answer) -> known.put(property, answer.holds()));
        answers.compare(sample, new Prepared(sample.network(), Timers.ANY), known);
      }
    }
    for (String kind : List.of("DeadlockFree true", "DeadlockFree false", "ErrorFree true", "ErrorFree false",
        "Always true", "Always false", "Never true", "Never false", "LivelockFree true", "LivelockFree open",
        "LeadsTo true", "LeadsTo open", "Terminates true", "Terminates false", "ShutsDown true", "ShutsDown false",
        "ShutsDown open")) {
      assertThat(answers.found().getOrDefault(kind, 0)).as(kind).isGreaterThan((int) COUNT / 100);
    }
  }

  /// What the marks of deadlocks rest on.
  @Test
  void whoeverIsStuckStaysStuck() {
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      var whole = new NetworkStateSpace(Semantics.of(RandomNetworks.seeded(seed).network(), Timers.ANY));
      var open = new java.util.ArrayDeque<State>(List.of(whole.initial()));
      var seen = new java.util.HashSet<State>(open);
      while (!open.isEmpty() && seen.size() < MOST_STATES) {
        State state = open.poll();
        List<Step> steps = whole.steps(state);
        List<Integer> group = steps.isEmpty() ? List.of() : StuckGroups.find(whole, state, steps);
        for (Step step : steps) {
          State next = step.target();
          if (!whole.isFaulty(next)) {
            if (!group.isEmpty()) {
              assertThat(StuckGroups.find(whole, next, whole.steps(next))).as("seed %d", seed).containsAll(group);
            }
            if (seen.add(next)) {
              open.add(next);
            }
          }
        }
      }
    }
  }
}
