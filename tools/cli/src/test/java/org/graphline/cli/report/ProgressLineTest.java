package org.graphline.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.graphline.cli.console.World;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong seconds = new AtomicLong();

  private World world(boolean terminal) {
    var stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new World(InputStream.nullInputStream(), stream, stream, Path.of("").toAbsolutePath(), false, terminal,
        Map.of(), () -> TimeUnit.SECONDS.toNanos(seconds.get()));
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test void saysHowFarItIsOnceASecond() {
    try (var line = new ProgressLine(world(false), "Farm", () -> 3 << 20)) {
      for (int i = 0; i < 3; i++) {
        seconds.incrementAndGet();
        line.storing(5 << 20);
        line.exploring(1_234_567, 12_345, 40 + i, 250_000);
        line.exploring(2_000_000, 12_345, 40 + i, 250_000);
      }
    }
    assertThat(said().lines()).containsExactly(
        "Farm: 1.23M states, depth 40, 12.3k to explore, 250k/s, 5.0 MiB",
        "Farm: 1.23M states, depth 41, 12.3k to explore, 250k/s, 5.0 MiB",
        "Farm: 1.23M states, depth 42, 12.3k to explore, 250k/s, 5.0 MiB");
  }

  @Test void guessesTheEndOnceLevelsShrink() {
    try (var line = new ProgressLine(world(false), "Farm", () -> 3 << 20)) {
      for (int depth = 0; depth < 6; depth++) {
        line.exploring(900, 100_000 >> depth, depth, 10);
      }
      seconds.addAndGet(1);
      line.exploring(100_000, 2_000, 6, 100);
    }
    assertThat(said()).isEqualTo("Farm: 100k states, depth 6, 2.00k to explore, 100/s, 3.0 MiB, about 43 s left\n");
  }

  @Test void searchesThatAreNotByLevelsHaveNoDepth() {
    try (var line = new ProgressLine(world(false), "Farm", () -> 3 << 20)) {
      seconds.incrementAndGet();
      line.exploring(950, 0, 0, 40);
    }
    assertThat(said()).isEqualTo("Farm: 950 states, 40/s, 3.0 MiB\n");
  }

  @Test void saysWhatIsJudgedAndHowFar() {
    try (var line = new ProgressLine(world(false), "Farm", () -> 3 << 20)) {
      seconds.incrementAndGet();
      line.judging("livelock free", "fair cycles", 0, 2_000_000);
      seconds.incrementAndGet();
      line.judging("livelock free", "fair cycles", 1_200_000, 2_000_000);
      seconds.incrementAndGet();
      line.judging("livelock free", "smaller fair cycles", 12_300, 0);
      seconds.incrementAndGet();
      line.judging("shortest story");
    }
    assertThat(said().lines()).containsExactly("Farm: judging livelock free: fair cycles",
        "Farm: judging livelock free: fair cycles, 1.20M of 2.00M states",
        "Farm: judging livelock free: smaller fair cycles, 12.3k states", "Farm: judging shortest story");
  }

  @Test void onATerminalItIsOneLineAndWiped() {
    try (var line = new ProgressLine(world(true), "AGraphWithAVeryLongNameIndeed(workers = 17, together = true)")) {
      seconds.incrementAndGet();
      line.exploring(950, 0, 3, 0);
    }
    assertThat(said()).startsWith("\r\u001b[KAGraphWithAVeryLong").doesNotContain("\n").endsWith("\r\u001b[K");
    assertThat(said().length()).isLessThan(79 + 10);
  }

  @Test void whatIsQuickIsNotTalkedAbout() {
    try (var line = new ProgressLine(world(true), "Farm")) {
      line.exploring(950, 0, 3, 0);
      line.judging("Terminates");
    }
    assertThat(said()).isEmpty();
  }
}
