package org.graphline.checker.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.graphline.checker.product.Product;

class InterpretedSpaceProperties {

  @Property(tries = 100)
  void isAtHomeInItsOwnStates(@ForAll long seed) {
    Product product = RandomProducts.seeded(seed);
    var space = new InterpretedSpace(product, Interest.NONE);
    Stepper stepper = space.stepper(true);
    for (long[] state : Walks.reachable(space, 300)) {
      int steps = stepper.steps(state, 0);
      for (int i = 0; i < steps; i++) {
        int[] values = space.packing().decode(stepper.targets, i * space.words());
        for (int f = 0; f < values.length; f++) {
          assertThat(values[f]).isLessThan(product.fields().get(f).size());
        }
        assertThat(stepper.labels[i]).isBetween(0, product.labels() - 1);
      }
    }
  }

  @Property(tries = 100)
  void takesNoStepFromAnErrorState(@ForAll long seed) {
    Product product = RandomProducts.seeded(seed);
    var space = new InterpretedSpace(product, Interest.NONE);
    Stepper stepper = space.stepper(false);
    for (long[] state : Walks.random(product, space.packing(), seed, 100)) {
      int[] values = space.packing().decode(state, 0);
      boolean faulty = Faults.of(product).stream().anyMatch(f -> f.holds(values[f.field()]));
      int steps = stepper.steps(state, 0);
      if (faulty) {
        assertThat(steps).isZero();
        assertThat(stepper.suspicious).isTrue();
      }
      assertThat(stepper.uncounted).isLessThanOrEqualTo(steps);
      assertThat(stepper.suspicious || steps > 0).isTrue();
    }
  }

  @Property(tries = 100)
  void suspectsWhatAWatchIsMetIn(@ForAll long seed) {
    Product product = RandomProducts.seeded(seed);
    var watches = RandomProducts.watches(product, seed);
    var space = new InterpretedSpace(product, new Interest(false, watches));
    Stepper stepper = space.stepper(false);
    Stepper careless = new InterpretedSpace(product, Interest.NONE).stepper(false);
    for (long[] state : Walks.random(product, space.packing(), seed, 50)) {
      int[] values = space.packing().decode(state, 0);
      boolean met = watches.stream().anyMatch(w ->
          w.condition().isMet(w.fields().stream().mapToInt(f -> values[f]).toArray()));
      stepper.steps(state, 0);
      careless.steps(state, 0);
      assertThat(stepper.suspicious).as(Arrays.toString(values)).isEqualTo(careless.suspicious || met);
    }
  }
}
