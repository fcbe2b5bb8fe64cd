package org.graphline.checker.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.graphline.checker.packed.Interest;
import org.graphline.checker.packed.Philosophers;
import org.graphline.checker.packed.ProductSpace;
import org.graphline.checker.packed.Stepper;
import org.junit.jupiter.api.Test;

class PhilosophersTest {
  private static final Interest STUCK = new Interest(true, List.of());

  @Test
  void haveThreeToTheirNumberOfStates() {
    assertThat(states(CompiledSpace.of(Philosophers.at(8, true), STUCK).orElseThrow())).hasSize(6561);
  }

  @Test
  void starveInOneStateAlone() {
    ProductSpace space = CompiledSpace.of(Philosophers.at(8, false), STUCK).orElseThrow();
    List<Long> states = states(space);
    Stepper stepper = space.stepper(false);
    List<Long> suspicious = states.stream().filter(s -> {
      stepper.steps(new long[] {s}, 0);
      return stepper.suspicious;
    }).toList();
    assertThat(states).hasSize(6560);
    assertThat(suspicious).hasSize(1);
    assertThat(stepper.steps(new long[] {suspicious.getFirst()}, 0)).isZero();
    assertThat(space.describe()).isEqualTo("compiled");
  }

  private static List<Long> states(ProductSpace space) {
    Stepper stepper = space.stepper(false);
    long[] state = new long[1];
    space.initial(state);
    Set<Long> known = new HashSet<>(Set.of(state[0]));
    List<Long> all = new ArrayList<>(known);
    for (int i = 0; i < all.size(); i++) {
      state[0] = all.get(i);
      int steps = stepper.steps(state, 0);
      for (int s = 0; s < steps; s++) {
        if (known.add(stepper.targets[s])) {
          all.add(stepper.targets[s]);
        }
      }
    }
    return all;
  }
}
