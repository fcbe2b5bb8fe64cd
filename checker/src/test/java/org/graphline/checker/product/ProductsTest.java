package org.graphline.checker.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.graphline.checker.RandomNetworks;
import org.graphline.checker.local.Unsupported;
import org.graphline.model.semantics.Timers;
import org.junit.jupiter.api.Test;

class ProductsTest {
  private static final long FIRST = Long.getLong("graphline.random.first", 1);
  private static final long COUNT = Long.getLong("graphline.random.count", 400);
  private static final int MOST_STATES = 300;

  @Test
  void takesTheStepsOfTheModel() throws Unsupported {
    int compared = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      RandomNetworks.Sample sample = RandomNetworks.seeded(seed);
      Timers timers = seed % 2 == 0 ? Timers.ANY : Timers.PATIENT;
      assertThat(ProductAgreement.difference(sample.network(), timers, MOST_STATES)).as("seed %d", seed).isEmpty();
      assertThat(ProductAgreement.closeDifference(sample.network(), timers, MOST_STATES))
          .as("seed %d, closely", seed).isEmpty();
      compared++;
    }
    assertThat(compared).isEqualTo((int) COUNT);
  }
}
