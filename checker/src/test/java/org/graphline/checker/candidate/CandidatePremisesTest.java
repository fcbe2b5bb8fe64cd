package org.graphline.checker.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.graphline.checker.RandomNetworks;
import org.graphline.checker.candidate.Candidate.Place;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.NaiveProduct;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.dsl.Frontend;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a search that candidates lead may say: nothing but runs of the model after which somebody is stuck.
class CandidatePremisesTest {
  private static final long NETWORKS = 200;
  private static final int MOST_STATES = 60;

  private static Network network(String text) {
    var program = Frontend.analyze(List.of(new SourceFile("candidates.graphline", "package candidates;\n" + text
        + "\ncheck G { deadlock free; }\n"))).program().orElseThrow(() -> new AssertionError(text));
    return Frontend.elaborate(program, Frontend.checks(program).getFirst()).getFirst().network().orElseThrow();
  }

  private static Products.Made made(Network network) {
    try {
      return Products.of(Semantics.of(network, Timers.ANY), Timers.ANY);
    } catch (Unsupported e) {
      throw new AssertionError(e);
    }
  }

  private static int[] start(Product product) {
    return product.initial().stream().mapToInt(Integer::intValue).toArray();
  }

  @ParameterizedTest
  @EnumSource(Timers.class)
  void whoIsCalledStuckIsStuck(Timers timers) throws Unsupported {
    int stuck = 0;
    for (long seed = 1; seed <= NETWORKS; seed++) {
      Network network = RandomNetworks.seeded(seed).network();
      stuck += hold(Products.of(Semantics.of(network, timers), timers).product(), "seed " + seed) ? 1 : 0;
    }
    assertThat(stuck).isGreaterThan((int) (NETWORKS / 5));
  }

  /// Reports whether somebody is stuck near the initial state.
  private static boolean hold(Product product, String name) {
    var naive = new NaiveProduct(product);
    var test = new StuckTest(new Moves(product));
    List<Integer> everyone = IntStream.range(0, product.instances()).boxed().toList();
    boolean isStuck = false;
    var seen = new HashSet<List<Integer>>();
    var open = new ArrayDeque<int[]>();
    open.add(naive.initial());
    while (!open.isEmpty()) {
      int[] values = open.poll();
      List<NaiveProduct.Taken> steps = naive.steps(values);
      if (!naive.isFaulty(values)) {
        List<Integer> known = naive.stuck(values, steps);
        Set<Integer> said = test.group(everyone, values, Integer.MAX_VALUE);
        assertThat(known).as(name + ": " + NaiveProduct.show(values)).containsAll(said);
        isStuck |= !said.isEmpty();
        for (int most = 0; most < everyone.size(); most++) {
          assertThat(known).as(name + ", " + most + ": " + NaiveProduct.show(values))
              .containsAll(test.group(everyone.reversed(), values, most));
        }
      }
      for (NaiveProduct.Taken taken : steps) {
        if (seen.size() < MOST_STATES && seen.add(Arrays.stream(taken.target()).boxed().toList())) {
          open.add(taken.target());
        }
      }
    }
    return isStuck;
  }

  /// The taker cannot move where it is wanted, and waits for somebody who will come.
  @Test
  void aRunToACandidateIsNoneToAStuckGroup() {
    Product product = made(network("""
        component Late { out o: signal;  run { mark on;  send to o; } }
        component Taker { in i: signal;  run { receive from i; } }
        graph G { a = Late();  b = Taker();  a.o -> b.i; }
        """)).product();
    var innocent = new Candidate(List.of(new Place(1, product.initial().get(1), true)));
    assertThat(Goal.of(innocent, new Moves(product))).isPresent();
    assertThat(StuckSearch.find(product, List.of(innocent), () -> false)).isEmpty();
  }

  @Test
  void aRunThatTheModelDoesNotHaveIsNone() {
    Network network = network("""
        component Once { run { mark on; } }
        graph G { a = Once(); }
        """);
    Products.Made made = made(network);
    Moves.Move move = new Moves(made.product()).all().getFirst();
    for (int times = 0; times < 3; times++) {
      var run = new ProductRun(start(made.product()), Collections.nCopies(times, new Taken(move, 0)));
      assertThat(run.steps(Semantics.of(network, Timers.ANY), made.translation()).isPresent()).isEqualTo(times < 2);
    }
  }

  /// Both branches may do what is called the same, and only one of them comes to its second step by it.
  @Test
  void ofStepsOfOneNameTheOneThatWasTakenIsReplayed() {
    Network network = network("""
        component Two { run { par { { mark on;  mark off; } mark on; } } }
        graph G { a = Two(); }
        """);
    Products.Made made = made(network);
    List<Moves.Move> moves = new Moves(made.product()).all().stream().filter(m -> m.value() == 0).toList();
    assertThat(moves).hasSize(2);
    for (Moves.Move move : moves) {
      int[] after = start(made.product());
      move.take(after);
      var run = new ProductRun(start(made.product()), List.of(new Taken(move, 0)));
      assertThat(run.steps(Semantics.of(network, Timers.ANY), made.translation()).orElseThrow().getLast().target())
          .isEqualTo(made.translation().state(after));
    }
  }

  private static ProductRun run(Products.Made made, boolean errors, int instance, int... states) {
    var unwanted = List.of(new Unwanted(List.of(instance), Arrays.stream(states).mapToObj(List::of).toList()));
    return (errors ? UnwantedSearch.error(made.product(), unwanted, () -> false)
        : UnwantedSearch.find(made.product(), unwanted, () -> false)).orElse(null);
  }

  /// The first may meet an error at any time, which ends all runs; the other one goes on to where it must not be.
  @Test
  void aRunEndsWithAnErrorIfOneIsSoughtAndHasNoneIfNoneIs() {
    Products.Made made = made(network("""
        component Risky { run { mark on;  assert false; } }
        component Other { out o: signal;  run { repeat { send to o; } } }
        component Taker { in i: signal;  run { receive from i;  receive from i;  mark off; } }
        graph G { r = Risky();  a = Other();  b = Taker();  a.o -> b.i; }
        """));
    Product product = made.product();
    List<Unwanted> errors = Unwanted.errors(product);
    assertThat(errors).singleElement().extracting(Unwanted::fields).isEqualTo(List.of(0));
    ProductRun error = UnwantedSearch.error(product, errors, () -> false).orElseThrow();
    assertThat(error.labels()).hasSize(1);
    for (int state = 0; state < product.fields().get(2).size(); state++) {
      ProductRun run = run(made, false, 2, state);
      assertThat(run.labels()).noneMatch(l -> l instanceof Label.Mark(int instance, _) && instance == 0);
    }
    assertThat(run(made, false, 0, errors.getFirst().values().getFirst().getFirst())).isNull();
  }

  @Test
  void anErrorAtTheStartIsARunOfNoSteps() {
    Products.Made made = made(network("""
        component Wrong { run { assert false; } }
        component Other { run { mark on; } }
        graph G { a = Wrong();  b = Other(); }
        """));
    assertThat(UnwantedSearch.error(made.product(), Unwanted.errors(made.product()), () -> false).orElseThrow()
        .labels()).isEmpty();
    assertThat(run(made, false, 1, 0, 1)).isNull();
  }
}
