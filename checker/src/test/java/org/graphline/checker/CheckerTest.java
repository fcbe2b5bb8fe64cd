package org.graphline.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Options.Reduction;
import org.graphline.checker.verdict.Certainty;
import org.graphline.checker.verdict.Counterexample;
import org.graphline.checker.verdict.Finding;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.StoryStep;
import org.graphline.checker.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckerTest {
  private static final String FARM = """
      package farm;
      type Part = java "Part";
      component Worker { in parts: Part;  out results: Part;
          run { repeat { receive p from parts;  send p to results; } } }
      component Farmer { out parts: Part;  in results: Part;
          run {
              for i in 1..4 { send anything to parts; }
              for i in 1..4 { receive from results; }
          }
      }
      graph Farm(workers: 1..8) {
          farmer = Farmer();
          for i in 0..workers-1 { w[i] = Worker(); }
          farmer.parts ->[any] w[*].parts;
          w[*].results -> farmer.results;
      }
      """;

  private static final String DINING = """
      package dining;
      component Fork { in take[2]: signal;  in drop[2]: signal;
          run { repeat select { for side in 0..1 { receive from take[side] => receive from drop[side]; } } } }
      component Philosopher { out take[2]: signal;  out drop[2]: signal;
          run { repeat { send to take[0];  send to take[1];  mark eating;
                         par { send to drop[0];  send to drop[1]; } } } }
      graph Table {
          for i in 0..4 { fork[i] = Fork();  phil[i] = Philosopher(); }
          for i in 0..4 {
              phil[i].take[0] -> fork[i].take[0];           phil[i].drop[0] -> fork[i].drop[0];
              phil[i].take[1] -> fork[(i+1) % 5].take[1];   phil[i].drop[1] -> fork[(i+1) % 5].drop[1];
          }
      }
      """;

  @Test
  void explainsTheDeadlockOfTheFarm() {
    Counterexample story = Specs.counterexample(FARM + "check Farm(workers = 2) { deadlock free; }");
    assertThat(story.finding()).isEqualTo(Finding.DEADLOCK);
    assertThat(story.certainty()).isEqualTo(Certainty.CERTAIN);
    assertThat(story.shortest()).isTrue();
    assertThat(story.stem()).extracting(StoryStep::text).allMatch(t -> t.startsWith("farmer.parts -> w["))
        .hasSize(2);
    assertThat(story.explanation().sentences()).containsExactly(
        "farmer cannot send parts until w[0] or w[1] takes it",
        "w[0] and w[1] cannot send results until farmer takes it");
    assertThat(story.waits().cycle()).hasSize(2);
    assertThat(story.waits().waiters()).extracting(w -> w.span().line()).containsExactly(7, 4, 4);
  }

  @Test
  void enoughWorkersDoNotDeadlock() {
    assertThat(Specs.verdicts(FARM + "check Farm(workers = 4) { deadlock free;  terminates; }"))
        .hasSize(2).allMatch(Verdict::isAsExpected);
  }

  @Test
  void findsTheCircleOfPhilosophersReducedOrNot() {
    for (Reduction reduction : Reduction.values()) {
      Report report = Specs.check(DINING + "check Table { not deadlock free; }",
          Options.withClock(() -> 0).reduction(reduction)).getFirst();
      assertThat(report.claimed().getFirst()).isInstanceOfSatisfying(Verdict.Violated.class, v -> {
        assertThat(v.isAsExpected()).isTrue();
        assertThat(v.counterexample().length()).isEqualTo(5);
        assertThat(v.counterexample().waits().cycle()).hasSize(10);
      });
      assertThat(report.statistics().states()).isLessThanOrEqualTo(switch (reduction) {
        case NONE -> 1022;
        case CONFLUENCE -> 82;
        case STUBBORN -> 102;
      });
    }
  }

  @Test
  void aChoiceMakesAStoryOnlyPossible() {
    Counterexample story = Specs.counterexample("""
        package p;
        component A { out o: signal;  out p: signal;
            run { choose { send to o;  send to p; } or { send to p;  send to o; } } }
        component B { in o: signal;  in p: signal;  run { receive from o;  receive from p; } }
        graph G { a = A();  b = B();  a.o -> b.o;  a.p -> b.p; }
        check G { deadlock free; }
        """);
    assertThat(story.certainty()).isEqualTo(Certainty.POSSIBLE);
    assertThat(story.dependencies()).extracting(d -> d.display()).containsExactly(
        "depends on `choose` at spec.graphline:3");
  }

  @Test
  void saysWhereAnErrorStateIsThoughNobodyAsked() {
    List<Verdict> verdicts = Specs.verdicts("""
        package p;
        component A { run { var x: 0..3 = 3;  x = x + 1; } }
        graph G { a = A(); }
        check G { deadlock free; }
        """);
    assertThat(verdicts).hasSize(2);
    assertThat(verdicts.getLast()).isInstanceOfSatisfying(Verdict.Violated.class, v -> {
      assertThat(v.counterexample().finding()).isEqualTo(Finding.ERROR);
      assertThat(v.counterexample().explanation().sentences().getFirst()).startsWith("a: ").endsWith(":2");
      assertThat(v.isAsExpected()).isFalse();
    });
  }

  @Test
  void namesTheLineOnWhichLettersAreLeft() {
    Counterexample story = Specs.counterexample("""
        package p;
        component A { out o: signal;  run { send to o; } }
        component B { in i: signal;  in j: signal;  run { repeat { receive from j;  receive from i; } } }
        graph G { a = A();  b = B();  a.o ->[1] b.i;  Never<signal>() -> b.j; }
        check G { terminates; }
        """);
    assertThat(story.explanation().sentences().getFirst()).isEqualTo("letters left on the line to b.i (1)");
  }

  @Test
  void whoeverWaitsForNobodyCanGoOnAtAnyMoment() {
    Counterexample story = Specs.counterexample("""
        package p;
        component A { server s: 0..1 -> bool;
            run { repeat { accept x from s { choose { reply true; } or { reply false; } } } } }
        graph G { server s: 0..1 -> bool;  a = A();  s -> a.s; }
        check G { deterministic; }
        """);
    assertThat(story.explanation().sentences().getLast()).isEqualTo("a can reply to s at any moment");
  }

  @Test
  void whatAScenarioTellsHasItsValues() {
    Counterexample story = Specs.counterexample("""
        package p;
        component A { out o: 0..1;  run { send 1 to o;  send 0 to o; } }
        graph G(k: 0..1) { a = A();  n = Nowhere<0..1>();  a.o ->[k] n.items; }
        scenario "first 1" for G(k = 0) { cannot a.o(1), n.items(0); }
        """);
    assertThat(story.explanation().sentences()).containsExactly("this run begins a.o(1), n.items(0)");
  }

  @Test
  void aLivelockGoesRoundAndRound() {
    Counterexample story = Specs.counterexample("""
        package p;
        component A { out o: signal;  in i: signal;  run { while (true) { send to o;  receive from i; } } }
        component B { out o: signal;  in i: signal;  run { while (true) { receive from i;  send to o; } } }
        component C { run { mark work; } }
        graph G { a = A();  b = B();  c = C();  a.o -> b.i;  b.o -> a.i; }
        check G { livelock free progress on c.work; }
        """);
    assertThat(story.isLasso()).isTrue();
    assertThat(story.explanation().sentences().getFirst()).startsWith("no progress: round and round: ");
  }

  @Test
  void aTooLargeNetworkIsRefusedAtOnce() {
    var options = Options.withClock(() -> 0).maxBytes(1 << 20).steps(Options.Steps.MODEL);
    Report report = Specs.check("""
        package p;
        component A { out o: signal;  run { repeat { send to o;  mark sent; } } }
        component B { in i: signal;  run { repeat { receive from i; } } }
        graph G { for i in 0..999 { a[i] = A();  b[i] = B();  a[i].o -> b[i].i; } }
        check G { deadlock free; }
        """, options).getFirst();
    assertThat(report.claimed().getFirst()).isInstanceOfSatisfying(Verdict.Undecided.class,
        u -> assertThat(u.reason()).isInstanceOfSatisfying(Reason.MemoryLimit.class,
            limit -> assertThat(limit.display()).contains("largest contributors: ", "a[*] (", "b[*] (",
                " numbers in each state)")));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "component A { out o: 0..2147483647;  run { send anything to o; } }  graph G { a = A();"
          + "  n = Nowhere<0..2147483647>();  a.o -> n.items; }",
      "component A { in i: list<0..9, 9>;  run { repeat { receive x from i; } } }  graph G { in i: list<0..9, 9>;"
          + "  a = A();  i -> a.i; }",
      "extern J { fun f(): 0..999999999; }  component A { run { let x = J.f();  assert x > 0; } }  graph G { a = A(); }"})
  void whereAStateWouldHaveTooManyStepsNoneIsLookedAt(String graph) {
    Report report = Specs.check("package p;  " + graph + "  check G { deadlock free;  deterministic; }",
        Options.withClock(() -> 0)).getFirst();
    assertThat(report.claimed()).hasSize(2).allSatisfy(v -> assertThat(v).isInstanceOfSatisfying(
        Verdict.Undecided.class, u -> assertThat(u.reason().display()).contains("to choose from")));
  }

  @Test
  void theGreatestNumbersAreAFewValuesLikeOthers() {
    assertThat(Specs.verdict("""
        package p;
        component A { out o: 2147483640..2147483647;  run { send anything to o; } }
        component B { in i: 2147483640..2147483647;  run { receive x from i; } }
        graph G { a = A();  b = B();  a.o -> b.i; }
        check G { terminates; }
        """)).isInstanceOf(Verdict.Holds.class);
  }

  @Test
  void verdictsNameWhatTheyAssume() {
    Verdict verdict = Specs.verdict("""
        package p;
        extern Java { fun work(); }
        component A { out o: signal;  run { repeat { Java.work();  wait 1s;  send to o; } } }
        graph G { out o: signal;  a = A();  a.o -> o; }
        check G { livelock free; }
        """);
    assertThat(verdict.assumptions()).extracting(a -> a.code()).containsExactly("A1", "A4", "A5", "A6", "A7", "F");
  }
}
