package org.graphline.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.graphline.checker.Checker;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Prepared;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.proof.KindProof;
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Networks of which kinds say nothing, each for one reason.
class KindsPremisesTest {
  private static final String PARTS = """
      package premises;
      component First { in i: signal;  out o: signal;  run { repeat { send to o;  receive from i; } } }
      component Counts { in i: signal;  out o: signal;  var c: 0..599 = 0;
        run { repeat { send to o;  receive from i;  c = (c + 1) % 600; } } }
      component Once { out o: signal;  run { send to o; } }
      component Source { out o: signal;  run { repeat { send to o; } } }
      component Sink { in i: signal;  run { repeat { receive from i; } } }
      component Closes { in i: signal;  in j: signal;  run { close j;  repeat { receive from i; } } }
      component Shuts { in i: signal;  in j: signal;  run { close i;  repeat { receive from j; } } }
      component Fails { in i: signal;  run { repeat { receive from i;  assert false; } } }
      component Looks { in i: signal;  run { repeat select priority { receive from i => { }  after 1s => { } } } }
      component Serves { server p: signal -> signal;
        run { repeat select priority { accept from p => { reply; }  after 1s => { } } } }
      component Asks { client p: signal -> signal;  run { repeat { call p(); } } }
      component Sees { in i: signal;  run { repeat select priority { end i => { }  after 1s => { receive from i; } } } }
      component Waits { in i: signal;  run { repeat { receive from i;  select { end i => { } } } } }
      component Meets { barrier b;  run { repeat { sync b; } } }
      component Bits { out o: bool;  run { repeat { choose { send true to o; } or { send false to o; } } } }
      component Reads { in i: bool;  run { repeat { receive from i; } } }
      """;

  private static Elaboration elaborate(String graph) {
    var analysis = Frontend.analyze(List.of(new SourceFile("kinds.graphline", PARTS + "graph G { " + graph
        + " }\ncheck G { deadlock free; }")));
    var program = analysis.program().orElseThrow(() -> new AssertionError(analysis.diagnostics() + "\n" + graph));
    return Frontend.elaborate(program, Frontend.checks(program).getFirst()).getFirst();
  }

  /// Nothing is known of two that have too many states together: neither that one is not stuck nor of their rounds.
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
      a = Counts();  b = Counts();  a.o -> b.i;  b.o -> a.i;
      """)
  void whatCanDeadlockIsNotProved(String graph) {
    Elaboration one = elaborate(graph);
    var prepared = new Prepared(one.network().orElseThrow(), Timers.ANY);
    assertThat(KindProof.deadlockFree(prepared.excerpts().orElseThrow(), () -> false)).isEmpty();
    assertThat(Checker.check(one.network().orElseThrow(), one.claims(),
        OpenCheck.options().engine(Options.Engine.SEARCH), Progress.SILENT).claimed().getFirst())
        .isInstanceOf(Verdict.Violated.class);
  }

  /// There are no kinds where somebody leaves, closes an end or fails, where priority looks at who else is ready, where
  /// there are barriers, and where what is on a line depends on both who are joined to it; none that say anything where
  /// somebody waits for several others together.
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
      false | a = Once();  b = Sink();  a.o -> b.i;
      false | a = Source();  b = Source();  c = Closes();  a.o -> c.i;  b.o ->[dropping 1] c.j;
      false | a = Source();  b = Sink();  c = Shuts();  d = Source();  a.o ->[any] (b.i, c.i);  d.o -> c.j;
      false | a = Source();  b = Fails();  a.o -> b.i;
      false | a = Source();  b = Looks();  a.o -> b.i;
      false | a = Asks();  b = Serves();  a.p -> b.p;
      false | a = Source();  b = Sees();  a.o -> b.i;
      false | a = Meets();  b = Meets();  barrier t: (a.b, b.b);
      false | a = Bits();  b = Reads();  a.o ->[8] b.i;
      true  | a = Source();  b = Waits();  a.o -> b.i;
      true  | a = Source();  b = Sink();  a.o -> b.i;
      """)
  void whatDependsOnMoreThanNeighborsIsNotLookedAtByKinds(boolean inParts, String graph) {
    var prepared = new Prepared(elaborate(graph).network().orElseThrow(), Timers.ANY);
    assertThat(prepared.excerpts().isPresent()).isEqualTo(inParts);
    assertThat(prepared.excerpts().flatMap(e -> KindProof.deadlockFree(e, () -> false)).isPresent())
        .isEqualTo(graph.contains("b = Sink();  a.o -> b.i;") && inParts);
  }
}
