package org.graphline.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.graphline.checker.verdict.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Random walks find deadlocks, shrink them, and never claim that there is none.
@Timeout(60)
class RandomWalksTest {
  private static final String DINING = "../../examples/02-dining-philosophers/dining.graphline";

  @Test void theDeadlockOfThePhilosophersIsShrunkToFiveSteps() {
    var outcome = (RandomWalks.Outcome.Violated) RandomWalks.through(DINING, "Table").argument("leftHander", false)
        .look();
    assertThat(outcome.found().story().finding()).isEqualTo(Finding.DEADLOCK);
    assertThat(outcome.found().story().length()).isEqualTo(5);
    assertThat(outcome.text()).contains("deadlock, certain, after 5 steps", "who waits for whom",
        "seed(" + outcome.found().seed() + ")");
    var again = (RandomWalks.Outcome.Violated) RandomWalks.through(DINING, "Table").argument("leftHander", false)
        .seed(outcome.found().seed()).look();
    assertThat(again.found().walk()).isEqualTo(1);
    assertThat(again.found().story().stem()).isEqualTo(outcome.found().story().stem());
  }

  @Test void oneOfManyInnsIsFoundStuckAndTheOthersAreLeftOut() {
    assertThatThrownBy(() -> RandomWalks.through("town.graphline", "Town").argument("inns", 100).walks(20).steps(400)
        .assertNothingFound()).isInstanceOf(AssertionError.class)
        .hasMessageContaining("cannot send dish until").hasMessageContaining("deadlock, certain, after");
  }

  @Test void nothingFoundIsUnknownAndNeverHolds() {
    RandomWalks walks = RandomWalks.through("town.graphline", "PoliteTown").argument("inns", 50).walks(5).steps(100);
    assertThat(walks.look().text()).isEqualTo("unknown: nothing found in 5 runs of up to 100 steps");
    walks.assertNothingFound();
  }

  @Test void anErrorStateIsFoundToo() {
    var outcome = (RandomWalks.Outcome.Violated) RandomWalks
        .through("../../conformance/errors/division-by-zero.graphline", "G").look();
    assertThat(outcome.text()).contains("error state").contains("division by zero");
  }
}
