package org.graphline.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimateTest {

  private static Estimate after(long... levels) {
    var estimate = new Estimate();
    for (int depth = 0; depth < levels.length; depth++) {
      estimate.look(depth, levels[depth]);
    }
    return estimate;
  }

  @Test void saysNothingWhileLevelsGrow() {
    assertThat(after(1, 10, 100, 1000, 10_000, 100_000).remaining(100_000)).isEmpty();
  }

  @Test void saysNothingAfterFewSmallerLevels() {
    assertThat(after(1, 1000, 500, 250, 125).remaining(125)).isEmpty();
    assertThat(after(1000, 500, 250, 300, 150, 75).remaining(75)).isEmpty();
  }

  @Test void levelsThatHardlyShrinkAreNoSign() {
    assertThat(after(1000, 999, 998, 997, 996, 995).remaining(995)).isEmpty();
  }

  @Test void takesLevelsToShrinkOn() {
    assertThat(after(1, 1600, 800, 400, 200, 100).remaining(100)).hasValueCloseTo(200.0, within(1e-6));
  }

  @Test void oneLevelSeenTwiceIsOneLevel() {
    Estimate estimate = after(1600, 800, 400, 200);
    estimate.look(3, 150);
    estimate.look(3, 120);
    assertThat(estimate.remaining(120)).isEmpty();
  }
}
