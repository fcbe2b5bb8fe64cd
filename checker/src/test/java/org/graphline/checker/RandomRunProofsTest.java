package org.graphline.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.model.network.Network;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.SourceFile;
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
        proved += isProved ? 1 : 0;
        refuted += isRefuted ? 1 : 0;
      }
    }
    assertThat(proved).isGreaterThan((int) (COUNT / asked.oneIn));
    assertThat(refuted).isGreaterThan((int) (COUNT / asked.oneIn));
  }

  /// Rings in which components give more or less than they take: what goes round in each by itself may still
  /// come to an end.
  @Test
  void noRankingIsFoundWhereTheSearchGoesRound() {
    int ranked = 0;
    int refuted = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      Elaboration ring = ring(new Random(seed));
      Property property = ring.claims().getFirst().property();
      Verdict proof = check(ring.network().orElseThrow(), property, Timers.ANY, Options.Engine.PROOFS);
      Verdict search = check(ring.network().orElseThrow(), property, Timers.ANY, Options.Engine.SEARCH);
      assertThat(proof instanceof Verdict.Holds && search instanceof Verdict.Violated).as("seed " + seed).isFalse();
      ranked += proof instanceof Verdict.Holds holds && holds.statistics().engine().contains("ranking") ? 1 : 0;
      refuted += search instanceof Verdict.Violated ? 1 : 0;
    }
    assertThat(ranked).isGreaterThan((int) (COUNT / 10));
    assertThat(refuted).isGreaterThan((int) (COUNT / 10));
  }

  private static Elaboration ring(Random random) {
    int size = 1 + random.nextInt(3);
    var text = new StringBuilder("""
        package rings;
        component Mix { in t: signal;  in i: signal;  out o: signal;
          run { repeat select { receive from t => send to o;  receive from i => send to o; } } }
        """);
    var graph = new StringBuilder("graph G { in t: signal;  c0 = Mix();  t -> c0.t;\n");
    for (int i = 1; i <= size; i++) {
      text.append("component C%d { in i: signal;  out o: signal;  run { repeat { %s } } }\n"
          .formatted(i, round(random)));
      graph.append("c%d = C%d();  c%d.o ->%s c%d.i;\n".formatted(i, i, i - 1, line(random), i));
    }
    graph.append("c%d.o ->%s c0.i; }\n".formatted(size, line(random)));
    text.append(graph).append("check G { livelock free progress on t; }\n");
    var program = Frontend.analyze(List.of(new SourceFile("rings.graphline", text.toString()))).program()
        .orElseThrow(() -> new AssertionError(text));
    return Frontend.elaborate(program, Frontend.checks(program).getFirst()).getFirst();
  }

  /// One round of a component: a first letter taken, then some are given and taken.
  private static String round(Random random) {
    var round = new StringBuilder("receive from i;");
    for (int i = random.nextInt(4); i >= 0; i--) {
      round.append(random.nextInt(5) < 3 ? "  send to o;" : "  receive from i;");
    }
    return round.toString();
  }

  private static String line(Random random) {
    return List.of("", "[1]", "[2]", "[dropping 2]", "[overwriting 1]").get(random.nextInt(5));
  }

  private static Verdict check(Network network, Property property, Timers timers, Options.Engine engine) {
    var claim = new Claim(property, false, "asked", Span.BUILT_IN);
    Options options = Options.withClock(System::nanoTime).timers(timers).engine(engine)
        .reduction(Options.Reduction.NONE).steps(Options.Steps.INTERPRETED).threads(1).maxStates(2000);
    return Checker.check(network, List.of(claim), options, Progress.SILENT).claimed().getFirst();
  }
}
