package org.graphline.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.junit.jupiter.api.Test;

/// Limits that are hit when all states are known and a property is being judged on them.
class JudgingLimitsTest {
  private static final String COMPONENTS = """
      package buffers;
      component Source { out o: 0..1;  run { repeat { choose { send 0 to o; } or { send 1 to o; } } } }
      component Buffer { in i: 0..1;  out o: 0..1;  run { repeat { receive x from i;  send x to o; } } }
      """;
  private static final String CLOSED = COMPONENTS + """
      graph Buffers { s = Source();  for i in 0..8 { b[i] = Buffer(); }  s.o -> b[0].i;
          for i in 0..7 { b[i].o -> b[i + 1].i; }  b[8].o -> Nowhere(); }
      """;
  private static final String OPEN = COMPONENTS + """
      graph Buffers { in entrance: 0..1;  out exit: 0..1;  for i in 0..7 { b[i] = Buffer(); }
          entrance -> b[0].i;  for i in 0..6 { b[i].o -> b[i + 1].i; }  b[7].o -> exit; }
      """;

  /// Says once that a property is being judged.
  private static Progress noticing(AtomicBoolean judged) {
    return new Progress() {
      @Override
      public void exploring(long states, long frontier, int depth, double statesPerSecond) {}

      @Override
      public void judging(String what, String work, long done, long all) {
        if (done > 0) {
          judged.set(true);
        }
      }
    };
  }

  private static Verdict only(List<Report> reports) {
    assertThat(reports).hasSize(1);
    assertThat(reports.getFirst().verdicts()).hasSize(1);
    return reports.getFirst().verdicts().getFirst();
  }

  private static Options options(Options.Steps steps) {
    return Options.withClock(() -> 0).reduction(Options.Reduction.NONE).steps(steps);
  }

  @Test
  void cancellingIsNoticedWhileJudgingPackedStates() {
    cancellingIsNoticed(Options.Steps.COMPILED);
  }

  @Test
  void cancellingIsNoticedWhileJudgingStatesOfTheModel() {
    cancellingIsNoticed(Options.Steps.MODEL);
  }

  private static void cancellingIsNoticed(Options.Steps steps) {
    var judged = new AtomicBoolean();
    Verdict verdict = only(Specs.check(CLOSED + "check Buffers { livelock free progress on b[8].o; }",
        options(steps).cancelled(judged::get), noticing(judged)));
    assertThat(judged).isTrue();
    assertThat(verdict).isInstanceOfSatisfying(Verdict.Undecided.class, v -> {
      assertThat(v.reason()).isEqualTo(new Reason.Cancelled());
      assertThat(v.statistics().complete()).isTrue();
    });
  }

  @Test
  void timeRunsOutWhileFairCyclesAreSought() {
    timeRunsOut("terminates");
  }

  @Test
  void timeRunsOutWhileAnEffectIsSought() {
    timeRunsOut("s.o leads to b[8].o");
  }

  private static void timeRunsOut(String property) {
    var judged = new AtomicBoolean();
    var clock = new AtomicLong();
    Options options = Options.withClock(() -> judged.get() ? clock.addAndGet(1_000_000_000) : 0)
        .reduction(Options.Reduction.NONE).maxTime(Duration.ofSeconds(1));
    Verdict verdict = only(Specs.check(CLOSED + "check Buffers { " + property + "; }", options, noticing(judged)));
    assertThat(verdict).isInstanceOfSatisfying(Verdict.Undecided.class,
        v -> assertThat(v.reason()).isInstanceOf(Reason.TimeLimit.class));
  }

  @Test
  void whatStubbornSetsKeptSoFarIsCounted() {
    var clock = new AtomicLong();
    Options options = Options.withClock(() -> clock.addAndGet(1_000_000)).maxTime(Duration.ofMillis(1));
    Verdict verdict = only(Specs.check(CLOSED + "check Buffers { livelock free progress on b[0].o; }", options));
    assertThat(verdict).isInstanceOfSatisfying(Verdict.Undecided.class, v -> {
      assertThat(v.reason()).isInstanceOf(Reason.TimeLimit.class);
      assertThat(v.statistics().states()).isPositive();
    });
  }

  @Test
  void cancellingIsNoticedWhilePairsAreLookedAt() {
    var judged = new AtomicBoolean();
    Verdict verdict = only(Specs.check(OPEN + "check Buffers { deterministic; }",
        options(Options.Steps.COMPILED).cancelled(judged::get), noticing(judged)));
    assertThat(verdict).isInstanceOfSatisfying(Verdict.Undecided.class,
        v -> assertThat(v.reason()).isEqualTo(new Reason.Cancelled()));
  }
}
