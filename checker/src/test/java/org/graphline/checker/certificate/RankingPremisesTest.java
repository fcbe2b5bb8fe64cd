package org.graphline.checker.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.graphline.checker.certificate.Certificate.Lead;
import org.graphline.checker.certificate.Certificate.Pair;
import org.graphline.checker.certificate.Certificate.Ranking;
import org.graphline.checker.certificate.Certificate.Removal;
import org.graphline.checker.certificate.Certificate.Wait;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import org.junit.jupiter.api.Test;

/// Rankings for networks that deadlock, each wrong in one way only: who looks away from it accepts a false proof.
class RankingPremisesTest {
  /// After a first letter each wants to send to the other: local states 1 and 1.
  private static final String BOTH = """
      component One { out x: signal;  out u: signal;  in v: signal;
        run { send to x;  send to u;  receive from v; } }
      component Other { in x: signal;  in u: signal;  out v: signal;
        run { receive from x;  send to v;  receive from u; } }
      component Ticker { run { repeat { mark on; } } }
      """;
  private static final String WIRES = "a = One();  b = Other();  a.x -> b.x;  a.u -> b.u;  b.v -> a.v;";
  private static final int NONE = Lead.ANY;
  private static final List<Wait> EQUAL = List.of(new Wait(0, 1, 1, 0, 0), new Wait(1, 1, 0, 0, 0));

  private static Product product(String parts, String network) {
    try {
      return Products.of(Semantics.of(DeadlockPremisesTest.elaborate(parts + "graph G { " + network
          + " }\ncheck G { deadlock free; }\n").network().orElseThrow(), Timers.ANY), Timers.ANY).product();
    } catch (Unsupported e) {
      throw new AssertionError(e);
    }
  }

  private static void isRefused(Product product, int pairs, Ranking ranking, String why) {
    var forger = new Forger(product);
    var known = new ArrayList<Pair>();
    var sets = new ArrayList<int[]>();
    for (int other = 1; other <= pairs; other++) {
      int[] fields = forger.fields(0, other);
      int[] set = forger.closed(fields).orElseThrow();
      int at = IntStream.range(0, sets.size()).filter(i -> Arrays.equals(sets.get(i), set)).findFirst()
          .orElse(sets.size());
      known.add(new Pair(fields, at));
      if (at == sets.size()) {
        sets.add(set);
      }
    }
    List<Removal> removals = forger.forge(true).stuck();
    var certificate = new Certificate(Fingerprint.of(product), sets, known, removals, List.of(), Optional.of(ranking),
        Optional.empty());
    assertThatThrownBy(() -> Verifier.verify(product, certificate)).isInstanceOf(Refused.class)
        .hasMessageContaining(why);
  }

  private static void isRefused(int[] homes, int[] ahead, int[] behind, List<Wait> waits, String why) {
    isRefused(product(BOTH, WIRES), 1,
        new Ranking(homes, List.of(new Lead(0, 1, ahead), new Lead(1, 0, behind)), waits),
        why);
  }

  private static int[] of(int... numbers) {
    return numbers;
  }

  @Test
  void nobodyIsAheadAtTheStart() {
    isRefused(of(0, 0), of(1, 1), of(0, 0), List.of(new Wait(0, 1, 1, 0, 0), new Wait(1, 1, 0, 0, 1)),
        "from the start");
  }

  @Test
  void aLeadGrowsByRoundsOnly() {
    isRefused(of(0, 0), of(0, 1), of(0, 0), List.of(new Wait(0, 1, 1, 0, 0), new Wait(1, 1, 0, 0, 1)),
        "may be less ahead");
  }

  @Test
  void aLeadDoesNotComeFromNowhere() {
    isRefused(of(0, 1), of(NONE, 5), of(0, 1), EQUAL, "may be less ahead");
  }

  @Test
  void aRoundIsCountedWhereItEnds() {
    String parts = BOTH.replace("run { receive from x;", "run { mark first;  receive from x;");
    Product product = product(parts, WIRES);
    assertThat(new Forger(product).closed(0, 1)).hasValueSatisfying(s -> assertThat(s).containsExactly(0, 2, 5));
    isRefused(product, 1, new Ranking(of(0, 0), List.of(new Lead(0, 1, of(0, 1, 1)), new Lead(1, 0, of(0, 0, 0))),
        List.of(new Wait(0, 1, 1, 0, 0), new Wait(1, 2, 0, 0, 1))), "may be less ahead");
    isRefused(product, 1, new Ranking(of(0, 0), List.of(new Lead(0, 1, of(0, 0, 0)), new Lead(1, 0, of(0, 1, 1))),
        List.of(new Wait(0, 1, 1, 0, 1), new Wait(1, 2, 0, 0, 0))), "may be less ahead");
    isRefused(product(BOTH.replace("run { send to x;", "run { mark first;  send to x;"), WIRES), 1,
        new Ranking(of(0, 0), List.of(new Lead(0, 1, of(0, 0, 0)), new Lead(1, 0, of(0, 1, 1))),
            List.of(new Wait(0, 2, 1, 0, 1), new Wait(1, 1, 0, 0, 0))), "may be less ahead");
  }

  @Test
  void roundsAroundACycleMustAddUpToMoreThanNothing() {
    isRefused(of(0, 0), of(0, 0), of(0, 0), EQUAL, "may be part of a cycle");
  }

  @Test
  void ranksMustFallWhereNobodyIsAhead() {
    isRefused(product(BOTH, WIRES), 1, new Ranking(of(0, 0), List.of(), EQUAL), "may be part of a cycle");
  }

  @Test
  void aPotentialHasBounds() {
    isRefused(of(0, 0), of(0, 0), of(0, 0), List.of(new Wait(0, 1, 1, 0, Long.MIN_VALUE),
        new Wait(1, 1, 0, 0, Long.MIN_VALUE)), "a potential is out of bounds");
    isRefused(of(0, 0), of(0, 0), of(0, 0), List.of(new Wait(0, 1, 1, 0, Long.MAX_VALUE),
        new Wait(1, 1, 0, 0, Long.MAX_VALUE)), "a potential is out of bounds");
  }

  @Test
  void everyoneWhoIsBusyAndMayBeStuckWaitsForSomebody() {
    isRefused(of(0, 0), of(0, 0), of(0, 0), List.of(), "no wait is named");
  }

  @Test
  void everyoneWhoIsWaitedForWaitsForSomebodyToo() {
    String parts = """
        component One { out x: signal;  in v: signal;  out u: signal;  run { send to x;  receive from v;  send to u; } }
        component Resting { in u: signal;  out v: signal;  run { repeat { receive from u;  send to v; } } }
        component Taker { in x: signal;  run { repeat { receive from x; } } }
        """;
    Product product = product(parts, "a = One();  b = Resting();  c = Taker();  a.x -> c.x;  a.u -> b.u;  b.v -> a.v;");
    isRefused(product, 2, new Ranking(of(0, 0, 0), List.of(), List.of(new Wait(0, 1, 1, 0, 0))), "no wait is named");
  }

  @Test
  void whoeverWaitsNeedsTheOther() {
    Product product = product(BOTH, WIRES + "  c = Ticker();");
    var ranking = new Ranking(of(0, 0, 0), List.of(), List.of(new Wait(0, 1, 2, 0, 0), new Wait(1, 1, 0, 1, 0)));
    isRefused(product, 1, ranking, "may be stuck in local state 1 without 2");
    isRefused(product, 2, ranking, "may be stuck in local state 1 without 2");
  }
}
