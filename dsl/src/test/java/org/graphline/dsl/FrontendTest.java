package org.graphline.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.model.network.Network;
import org.graphline.model.source.SourceFile;
import org.graphline.model.term.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontendTest {

  private static Program program(String... texts) {
    var files = new ArrayList<SourceFile>();
    for (String text : texts) {
      files.add(new SourceFile("file" + files.size() + ".graphline", text));
    }
    var analysis = Frontend.analyze(files);
    assertThat(analysis.diagnostics()).isEmpty();
    return analysis.program().orElseThrow();
  }

  private static List<Elaboration> elaborations(Program program) {
    return Frontend.checks(program).stream().flatMap(check -> Frontend.elaborate(program, check).stream())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "dining", "store", "abp", "farm", "board"})
  void elaboratesTheWorkedSpecifications(String name) {
    var analysis = Frontend.analyze(List.of(Specs.named(name)));
    assertThat(analysis.diagnostics()).isEmpty();
    var elaborations = elaborations(analysis.program().orElseThrow());
    assertThat(elaborations).isNotEmpty()
        .allSatisfy(elaboration -> assertThat(elaboration.network()).isPresent());
  }

  @Test
  void makesOneNetworkForEachValueOfASweep() {
    var program = program("""
        component Source(n: 1..4) { out o: signal; run { for i in 1..n { send to o; } } }
        graph Tap(n: 1..4) { Source(n) -> Nowhere(); }
        check Tap(n in 1..3) { terminates; }
        """);
    assertThat(elaborations(program)).extracting(e -> e.network().orElseThrow().display())
        .containsExactly("Tap(n = 1)", "Tap(n = 2)", "Tap(n = 3)");
  }

  @Test
  void checksGraphsThatNobodyChecks() {
    var program = program("""
        component Copy { in i: signal; out o: signal; run { repeat { receive from i; send to o; } } }
        graph Open { in i: signal; out o: signal; i -> Copy() -> o; }
        """);
    assertThat(elaborations(program).getFirst().claims()).extracting(c -> c.text())
        .containsExactly("deadlock free", "shuts down");
  }

  @Test
  void joinsFilesOfSeveralPackages() {
    var program = program("""
        package a;
        import b.Copy;
        graph Open { in i: signal; out o: signal; i -> Copy() -> o; }
        """, """
        package b;
        component Copy { in i: signal; out o: signal; run { repeat { receive from i; send to o; } } }
        """);
    assertThat(program.graphs()).hasSize(1);
  }

  @Test
  void sharesTheBehaviorOfEqualDesks() {
    var network = run("""
        component Copy { in i: signal; out o: signal; run { repeat { receive from i; send to o; } } }
        graph Chain(n: 1..100000) {
            in i: signal; out o: signal;
            for k in 0..n-1 { b[k] = Copy(); }
            for k in 0..n-2 { b[k].o -> b[k+1].i; }
            i -> b[0].i;  b[n-1].o -> o;
        }
        """, "Chain", Map.of("n", "1000"));
    assertThat(network.instances()).hasSize(1000);
    assertThat(network.instances().stream().map(i -> System.identityHashCode(i.behavior())).distinct())
        .hasSize(1);
    assertThat(network.instances().get(7).toString()).isEqualTo("b[7]");
  }

  @Test
  void putsASplitIntoALineWithAll() {
    var network = run("""
        component Source { out o: 0..1; run { send 1 to o; } }
        component Sink { in i: 0..1; run { repeat { receive from i; } } }
        graph Two { s = Source(); for k in 0..1 { t[k] = Sink(); }  s.o ->[all, 2] t[*].i; }
        """, "Two", Map.of());
    assertThat(network.instances()).extracting(Object::toString)
        .containsExactly("s", "t[0]", "t[1]", "split");
    assertThat(network.lines()).extracting(l -> l.capacity()).containsExactly(0, 2, 2);
  }

  private static Network run(String text, String graph, Map<String, String> arguments) {
    var program = program(text);
    var elaboration =
        Frontend.elaborate(program, Frontend.graphs(program, graph).getFirst().name(), arguments);
    assertThat(elaboration.diagnostics()).isEmpty();
    return elaboration.network().orElseThrow();
  }

  @Test
  void addsUpTheBuffersAlongALineThroughGraphs() {
    var network = run("""
        component Source { out o: signal; run { send to o; } }
        component Sink { in i: signal; run { repeat { receive from i; } } }
        graph Inner { in i: signal; i ->[2] Sink(); }
        graph Outer { p = Inner(); Source() ->[3] p.i; }
        """, "Outer", Map.of());
    assertThat(network.lines()).singleElement().satisfies(line -> {
      assertThat(line.capacity()).isEqualTo(5);
      assertThat(network.display(line.writers().getFirst())).isEqualTo("source.o");
      assertThat(network.display(line.readers().getFirst())).isEqualTo("p.sink.i");
    });
  }

  @Test
  void followsCallsThroughGraphs() {
    var network = run("""
        component Asker { client ask: 0..1 -> bool; run { let b = call ask(1); assert b; } }
        component Teller { server tell: 0..1 ->
            bool; run { repeat { accept n from tell { reply n == 1; } } } }
        graph Desk { server tell: 0..1 -> bool; t = Teller(); tell -> t.tell; }
        graph Hall { d = Desk(); for k in 0..1 { a[k] = Asker(); a[k].ask -> d.tell; } }
        """, "Hall", Map.of());
    assertThat(network.connections()).hasSize(2);
    assertThat(network.servers()).singleElement()
        .satisfies(server -> assertThat(server.connections()).containsExactly(0, 1));
  }
}
