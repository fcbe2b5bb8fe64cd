package org.graphline.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

/// What is said without states of what a state must not be, held against the search of all states, on networks with
/// every kind of line and statement.
class RandomStateProofsTest {
  private static final long FIRST = Long.getLong("graphline.random.first", 1);
  private static final long COUNT = Long.getLong("graphline.random.count", 150);

  private int proved;
  private int formulas;
  private int holding;
  private int reached;
  private int refuted;

  @Test
  void proofsAndCandidatesNeverContradictTheSearch() {
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      RandomNetworks.Sample sample = RandomNetworks.seeded(seed);
      Timers timers = Timers.values()[(int) (seed % Timers.values().length)];
      for (Property property : sample.properties()) {
        if (property instanceof Property.Always || property instanceof Property.Never
            || property instanceof Property.ErrorFree) {
          compare(seed, sample.network(), property, timers);
        }
      }
    }
    assertThat(reached).isGreaterThan(refuted * 7 / 10);
  }

  @Test
  void whereComponentsCountWhatTheyDoMuchIsProvedAndMuchIsReached() {
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      String text = RandomCounters.seeded(seed);
      var program = Frontend.analyze(List.of(new SourceFile("counters.graphline", text))).program()
          .orElseThrow(() -> new AssertionError(text));
      Elaboration elaboration = Frontend.elaborate(program, Frontend.checks(program).getFirst()).getFirst();
      for (Claim claim : elaboration.claims()) {
        compare(seed, elaboration.network().orElseThrow(), claim.property(), Timers.ANY);
      }
    }
    assertThat(proved).isGreaterThan((int) (COUNT / 5));
    assertThat(formulas).isPositive();
    assertThat(refuted).isGreaterThan((int) (COUNT / 5));
    assertThat(reached).isGreaterThan(refuted * 8 / 10);
  }

  /// Of the local states in which the taker has counted those that come first take a letter that is never sent, as the
  /// two before it show.
  @Test
  void ofSeveralWaysToBreakAConditionEachIsLookedFor() {
    String text = """
        package ways;
        component Differ { out o: 0..1;  run { send 0 to o;  send 1 to o; } }
        component Same { in i: 0..1;  in z: signal;  out o: signal;
          run { receive x from i;  receive y from i;  if (x == y) { send to o;  receive from z; } } }
        component Takes { in i: signal;  in j: signal;  var n: 0..1 = 0;
          run { select { receive from i => { n = 1;  mark here;  n = 0; } receive from j => { %s } } } }
        component Sends { out o: signal;  run { send to o; } }
        graph G { d = Differ();  e = Same();  t = Takes();  s = Sends();  n = Never<signal>();
          d.o -> e.i;  e.o -> t.i;  s.o -> t.j;  n -> e.z; }
        check G { never t.n == 1; }
        """;
    Options options = Options.withClock(System::nanoTime).engine(Options.Engine.PROOFS).threads(1);
    assertThat(Specs.check(text.formatted("n = 1;  mark there;"), options).getLast().claimed()).singleElement()
        .isInstanceOf(Verdict.Violated.class);
    assertThat(Specs.check(text.formatted("mark there;"), options).getLast().claimed()).singleElement()
        .isInstanceOfSatisfying(Verdict.Holds.class,
            v -> assertThat(v.statistics().engine()).startsWith("satisfiability, "));
  }

  /// That two letters are not the same is known to nobody but three neighbors in a row, once all is forgotten again.
  @Test
  void whatTwoNeighborsDoNotSeeSeveralMay() {
    String text = """
        package several;
        component Differ { out o: 0..1;  run { repeat { send 0 to o;  send 1 to o; } } }
        component Copy { in i: 0..1;  out o: 0..1;  run { repeat { receive x from i;  send x to o; } } }
        component Same { in i: 0..1;  out o: signal;
          run { repeat { receive x from i;  receive y from i;  if (x == y) { send to o; } } } }
        component Fails { in i: signal;  run { receive from i;  assert false; } }
        component Sends { out o: signal;  run { repeat { send to o; } } }
        component Takes { in i: signal;  run { repeat { receive from i; } } }
        graph G { d = Differ();  c = Copy();  e = Same();  f = Fails();  s = Sends();  t = Takes();
          d.o -> c.i;  c.o -> e.i;  e.o -> f.i;  s.o -> t.i; }
        check G { error free; }
        """;
    Options options = Options.withClock(System::nanoTime).engine(Options.Engine.PROOFS).threads(1);
    assertThat(Specs.check(text, options).getLast().claimed()).singleElement()
        .isInstanceOfSatisfying(Verdict.Holds.class, v -> assertThat(v.statistics().engine())
            .isEqualTo("local reachability, 1 pair of neighbors, 1 group of neighbors"));
    assertThat(Specs.check(text.replace("x == y", "x != y"), options).getLast().claimed()).singleElement()
        .isInstanceOf(Verdict.Violated.class);
  }

  private void compare(long seed, Network network, Property property, Timers timers) {
    Verdict proof = check(network, property, timers, Options.Engine.PROOFS);
    Verdict search = check(network, property, timers, Options.Engine.SEARCH);
    boolean isRefuted = search instanceof Verdict.Violated;
    boolean isFree = search instanceof Verdict.Holds;
    assertThat(proof instanceof Verdict.Holds && isRefuted).as("seed " + seed + ", " + property).isFalse();
    assertThat(proof instanceof Verdict.Violated && isFree).as("seed " + seed + ", " + property).isFalse();
    refuted += isRefuted ? 1 : 0;
    holding += isFree ? 1 : 0;
    reached += isRefuted && proof instanceof Verdict.Violated ? 1 : 0;
    if (proof instanceof Verdict.Holds holds) {
      proved += holds.statistics().engine().startsWith("local reachability") ? 1 : 0;
      formulas += holds.statistics().engine().startsWith("satisfiability") ? 1 : 0;
    }
  }

  private static Verdict check(Network network, Property property, Timers timers, Options.Engine engine) {
    Options options = Options.withClock(System::nanoTime).timers(timers).engine(engine)
        .reduction(Options.Reduction.NONE).steps(Options.Steps.INTERPRETED).threads(1).maxStates(2000);
    return Checker.check(network, List.of(new Claim(property, false, "asked", Span.BUILT_IN)), options,
        Progress.SILENT).claimed().getFirst();
  }
}
