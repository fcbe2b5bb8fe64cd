package org.graphline.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Timers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepsByLabelTest {
  private static final int NETWORKS = 300;
  private static final int STEPS = 40;

  @ParameterizedTest
  @EnumSource(Timers.class)
  void theStepsWithALabelAreThoseAmongAllThatHaveIt(Timers timers) {
    Set<Class<?>> kinds = new HashSet<>();
    for (long seed = 1; seed <= NETWORKS; seed++) {
      Semantics semantics = Semantics.of(RandomNetworks.seeded(seed).network(), timers);
      var random = new Random(seed);
      State state = semantics.initial();
      Set<Label> seen = new HashSet<>();
      for (int i = 0; i < STEPS; i++) {
        List<Step> steps = semantics.steps(state);
        steps.forEach(s -> seen.add(s.label()));
        for (Label label : seen) {
          assertThat(semantics.steps(state, label)).as("seed %d, %s", seed, label)
              .isEqualTo(steps.stream().filter(s -> s.label().equals(label)).toList());
          kinds.add(label.getClass());
        }
        if (steps.isEmpty()) {
          break;
        }
        state = steps.get(random.nextInt(steps.size())).target();
      }
    }
    assertThat(kinds).hasSizeGreaterThan(15);
  }
}
