package org.graphline.runtime.jcsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.graphline.runtime.Desk;
import org.graphline.runtime.Options;
import org.graphline.runtime.Wiring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Counting of those who rest, as far as the whole network rarely shows it.
class RestTest {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(2);
  private static final int BELL_RINGERS = 2;

  private static final class Sleeper extends Desk {
    Sleeper() {
      super("sleeper.graphline");
    }

    @Override
    protected void work() {}
  }

  /// One thread, which is counted all the time, wakes a branch that is woken by bells as well and rests again at once. So
  /// the count is never zero, though the branch is counted and not counted all the time.
  @Test
  @Timeout(60)
  void itIsNotClosingTimeWhileSomebodyWakesWhoRestsAgain() throws InterruptedException {
    try (ExecutorService crew = Executors.newCachedThreadPool()) {
      var office = new Office(1, Options.standard(), () -> { });
      Desk desk = new Wiring("Test").add("sleeper", new Sleeper());
      var process = new DeskProcess(desk, office, crew, 0, () -> { });
      var sleeper = new Branch("sleeper", process, true, new SplittableRandom(0));
      long end = System.nanoTime() + LONG_ENOUGH.toNanos();
      office.enter();
      crew.execute(() -> {
        while (System.nanoTime() < end) {
          sleeper.await(true, Branch::never, Wait.toRest());
        }
      });
      for (int i = 0; i < BELL_RINGERS; i++) {
        crew.execute(() -> {
          while (System.nanoTime() < end) {
            sleeper.bell().ring();
          }
        });
      }
      while (System.nanoTime() < end && !office.isShut()) {
        sleeper.nudge();
      }
      assertThat(office.isShut()).isFalse();
      crew.shutdown();
      while (!crew.awaitTermination(10, TimeUnit.MILLISECONDS)) {
        sleeper.nudge();
      }
    }
  }
}
