package org.graphline.checker.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

  @Test
  void saysNeighborsAsARange() {
    assertThat(Names.join(List.of("w[0]", "w[1]", "w[2]", "hub"), "and")).isEqualTo("w[0..2] and hub");
  }

  @Test
  void saysTwoByName() {
    assertThat(Names.join(List.of("w[1]", "w[0]"), "or")).isEqualTo("w[0] or w[1]");
  }

  @Test
  void saysGapsByName() {
    assertThat(Names.join(List.of("w[0]", "w[2]", "w[3]"), "and")).isEqualTo("w[0], w[2] and w[3]");
  }

  @Test
  void keepsTheIndicesOnTheWayThere() {
    assertThat(Names.join(List.of("peer[0].in[0]", "peer[1].in[0]"), "and"))
        .isEqualTo("peer[0].in[0] and peer[1].in[0]");
  }
}
