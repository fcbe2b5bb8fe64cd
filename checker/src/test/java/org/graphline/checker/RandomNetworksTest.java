package org.graphline.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.checker.RandomNetworks.Sample;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Options.Reduction;
import org.graphline.checker.engine.Options.Steps;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.Span;
import org.junit.jupiter.api.Test;

class RandomNetworksTest {
  private static final long FIRST = Long.getLong("graphline.random.first", 1);
  private static final long COUNT = Long.getLong("graphline.random.count", 400);
  private static final int MOST_STATES = 500;

  @Test
  void engineAndReductionAgreeWithTheDefinitions() {
    int compared = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      Sample sample = RandomNetworks.seeded(seed);
      Optional<Map<Property, NaiveChecker.Answer>> naive =
          NaiveChecker.check(sample.network(), sample.properties(), Timers.ANY, MOST_STATES);
      if (naive.isPresent()) {
        for (Steps steps : Steps.values()) {
          agree(sample, naive.get(), Reduction.NONE, steps, 1 + (int) seed % 3);
        }
        for (Reduction reduction : Reduction.values()) {
          agree(sample, naive.get(), reduction, Steps.COMPILED, 1);
        }
        agree(sample, naive.get(), Reduction.CONFLUENCE, Steps.MODEL, 1);
        // The fewer properties look, the more steps may be passed over.
        agree(new Sample(seed, sample.network(), sample.properties().subList(0, 3)), naive.get(),
            Reduction.STUBBORN, Steps.COMPILED, 1);
        var decided = new Sample(seed, sample.network(), sample.properties().stream()
            .filter(RandomNetworksTest::isSafety).toList());
        agree(decided, naive.get(), Reduction.NONE, Steps.COMPILED, 2);
        agree(decided, naive.get(), Reduction.STUBBORN, Steps.COMPILED, 2);
        for (Property property : decided.properties()) {
          agree(new Sample(seed, sample.network(), List.of(property)), naive.get(), Reduction.STUBBORN,
              Steps.COMPILED, 1);
        }
        compared++;
      }
    }
    assertThat(compared).isGreaterThan((int) (COUNT / 2));
  }

  private static void agree(Sample sample, Map<Property, NaiveChecker.Answer> naive, Reduction reduction,
      Steps steps, int threads) {
    List<Claim> claims = sample.properties().stream().map(p -> new Claim(p, false, "p", Span.BUILT_IN)).toList();
    Report report = Checker.check(sample.network(), claims, Options.withClock(() -> 0).reduction(reduction)
        .steps(steps).threads(threads), Progress.SILENT);
    for (Verdict verdict : report.claimed()) {
      NaiveChecker.Answer expected = naive.get(verdict.claim().property());
      assertThat(verdict instanceof Verdict.Holds).as("seed %d, %s: %s", sample.seed(), reduction, verdict)
          .isEqualTo(expected.holds());
      if (verdict instanceof Verdict.Violated(_, var story, _, _) && expected.shortest().isPresent()) {
        assertThat(story.length()).as("seed %d, %s: %s", sample.seed(), reduction, verdict)
            .isEqualTo(expected.shortest().getAsInt());
      }
    }
  }

  private static boolean isSafety(Property property) {
    return switch (property) {
      case Property.DeadlockFree _, Property.ErrorFree _, Property.Always _, Property.Never _ -> true;
      default -> false;
    };
  }
}
