package org.graphline.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.graphline.checker.certificate.Evidence;
import org.graphline.checker.certificate.Forged;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.model.network.Network;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What local cycles prove of runs held against the search of all states, on networks with every kind of line
/// and statement.
class RandomRunProofsTest {
  private static final long FIRST = Long.getLong("graphline.random.first", 1);
  private static final long COUNT = Long.getLong("graphline.random.count", 150);

  private enum Asked {
    LIVELOCK_FREE(p -> p instanceof Property.LivelockFree, 5),
    SHUTS_DOWN(p -> p instanceof Property.ShutsDown, 20),
    TERMINATES(p -> p instanceof Property.Terminates, 20);

    private final Predicate<Property> kind;
    /// One in so many networks is proved at least, and one is refuted.
    private final int oneIn;

    Asked(Predicate<Property> kind, int oneIn) {
      this.kind = kind;
      this.oneIn = oneIn;
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsProvedThatTheSearchRefutes(Asked asked) {
    int proved = 0;
    int refuted = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      RandomNetworks.Sample sample = RandomNetworks.seeded(seed);
      Timers timers = Timers.values()[(int) (seed % Timers.values().length)];
      for (Property property : sample.properties().stream().filter(asked.kind).toList()) {
        Verdict proof = check(sample.network(), property, timers, Options.Engine.PROOFS);
        Verdict search = check(sample.network(), property, timers, Options.Engine.SEARCH);
        boolean isProved = proof instanceof Verdict.Holds;
        boolean isRefuted = search instanceof Verdict.Violated;
        assertThat(isProved && isRefuted).as("seed " + seed + ", " + property).isFalse();
        assertThat(isRefuted && Forged.isAccepted(sample.network(), timers, property))
            .as("seed " + seed + ", certificate of " + property).isFalse();
        if (isProved) {
          certifies(sample.network(), property, timers, "seed " + seed);
        }
        proved += isProved ? 1 : 0;
        refuted += isRefuted ? 1 : 0;
      }
    }
    assertThat(proved).isGreaterThan((int) (COUNT / asked.oneIn));
    assertThat(refuted).isGreaterThan((int) (COUNT / asked.oneIn));
  }

  @Test
  void noRankingIsFoundWhereTheSearchGoesRound() {
    int ranked = 0;
    int refuted = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      Elaboration ring = RandomRounds.ring(new Random(seed));
      Property property = ring.claims().getFirst().property();
      Verdict proof = check(ring.network().orElseThrow(), property, Timers.ANY, Options.Engine.PROOFS);
      Verdict search = check(ring.network().orElseThrow(), property, Timers.ANY, Options.Engine.SEARCH);
      assertThat(proof instanceof Verdict.Holds && search instanceof Verdict.Violated).as("seed " + seed).isFalse();
      if (proof instanceof Verdict.Holds) {
        certifies(ring.network().orElseThrow(), property, Timers.ANY, "seed " + seed);
      }
      ranked += proof instanceof Verdict.Holds holds && holds.statistics().engine().contains("ranking") ? 1 : 0;
      refuted += search instanceof Verdict.Violated ? 1 : 0;
    }
    assertThat(ranked).isGreaterThan((int) (COUNT / 10));
    assertThat(refuted).isGreaterThan((int) (COUNT / 10));
  }

  /// What is proved has a certificate that is accepted, unless there is none of what it takes besides, that there is no
  /// deadlock.
  private static void certifies(Network network, Property property, Timers timers, String name) {
    Options options = Options.withClock(System::nanoTime).timers(timers);
    Optional<Evidence> evidence = Certificates.of(network, property, options);
    assertThat(evidence.isPresent()).as(name).isEqualTo(property instanceof Property.LivelockFree
        || Certificates.of(network, new Property.DeadlockFree(), options).isPresent());
    evidence.ifPresent(e -> assertThatCode(() -> Certificates.verify(network, timers, property, e)).as(name)
        .doesNotThrowAnyException());
  }

  private static Verdict check(Network network, Property property, Timers timers, Options.Engine engine) {
    var claim = new Claim(property, false, "asked", Span.BUILT_IN);
    Options options = Options.withClock(System::nanoTime).timers(timers).engine(engine)
        .reduction(Options.Reduction.NONE).steps(Options.Steps.INTERPRETED).threads(1).maxStates(2000);
    return Checker.check(network, List.of(claim), options, Progress.SILENT).claimed().getFirst();
  }
}
