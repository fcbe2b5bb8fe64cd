package org.graphline.conformance.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// A sample of what the nightly run looks at: see docs/promela.md and the README of this module.
class CrossCheckTest {

  @Test
  void everyoneAgreesOnRandomNetworks() {
    var log = new ArrayList<String>();
    int networks = Integer.getInteger("graphline.random.networks", 400);
    var check = new CrossCheck(Integer.getInteger("graphline.random.states", 1500), Way.all().size(), log::add);
    check.run(Long.getLong("graphline.random.seed", 1), networks);
    log.forEach(System.out::println);
    assertThat(check.disagreements()).isEmpty();
    assertThat(check.rejected()).as("programs that do not compile").isLessThan(networks / 20);
  }
}
