package org.graphline.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.api.Test;

/// What is said about specifications with mistakes.
class MistakesTest {

  private static List<Diagnostic> diagnostics(String text) {
    var analysis = Frontend.analyze(List.of(new SourceFile("a.graphline", text)));
    var found = new ArrayList<>(analysis.diagnostics());
    analysis.program().ifPresent(program -> Frontend.checks(program).forEach(check ->
        Frontend.elaborate(program, check).forEach(e -> found.addAll(e.diagnostics()))));
    return found;
  }

  private static List<String> codes(String text) {
    return diagnostics(text).stream().map(d -> d.id().code()).toList();
  }

  @Test
  void reportsFiveMistakesAtOnceAndNoConsequences() {
    assertThat(codes("""
        component Worker { in parts: 0..9; out results: 0..9;
            run { repeat { receive p from parts; send p to results } } }
        component Farmer { out parts: 0..9; in results: 0..9; var total: 0..9 = 0;
            run {
                for i in 1..3 { send i to parts; }
                for i in 1..3 { receive total from results; }
                send true to parts;
            } }
        graph Farm { farmer = Farmer(); for i in 0..2 { w[i] = Worker(); }
            farmer.parts -> w[*].parts;
            w[*].result -> farmer.results; }
        """)).containsExactly("GL0114", "GL0305", "GL0301", "GL0402", "GL0202");
  }

  @Test
  void reportsAWrongNameOnceHoweverOftenItIsUsed() {
    assertThat(codes("""
        component A { in i: Blub; out o: Blub; run { repeat { receive x from i; send x to o; } } }
        graph G { in i: Blub; out o: Blub; i -> A() -> o; }
        """)).containsExactly("GL0202");
  }

  @Test
  void blamesTheImportAndNotWhatItShouldHaveBrought() {
    assertThat(codes("""
        package a;
        import b.Blob;
        component A { in i: Blob; run { repeat { receive from i; } } }
        """)).containsExactly("GL0204");
  }

  @Test
  void saysWhoMightReadALineAndHowToSayIt() {
    var diagnostic = diagnostics("""
        component S { out o: signal; run { send to o; } }
        component R { in i: signal; run { repeat { receive from i; } } }
        graph G { s = S(); for k in 0..2 { r[k] = R(); } s.o -> r[*].i; }
        """).getFirst();
    assertThat(diagnostic.message()).isEqualTo("one line, three readers – who gets each letter?");
    assertThat(diagnostic.related().getFirst().phrase()).isEqualTo("r[0].i, r[1].i, r[2].i");
    assertThat(diagnostic.help().orElseThrow()).contains("s.o ->[any] r[*].i;", "s.o ->[all] r[*].i;");
  }

  @Test
  void proposesTheNameThatWasMeant() {
    assertThat(diagnostics("component A { in strokes: signal; run { receive from stroks; } }").getFirst().help())
        .contains("did you mean `strokes`?");
  }

  @Test
  void acceptsTwoBranchesThatUseDifferentElementsOfARow() {
    assertThat(codes("""
        component A(first: 0..1) { out o[2]: signal; run { par { send to o[first]; send to o[1 - first]; } } }
        graph G { a = A(1); a.o[*] -> Nowhere(); }
        """)).isEmpty();
  }

  @Test
  void refusesTwoBranchesThatMayUseOneElement() {
    assertThat(codes("""
        component A(first: 0..1) { out o[2]: signal; run { par { send to o[first]; send to o[1]; } } }
        graph G { a = A(1); a.o[*] -> Nowhere(); }
        """)).containsExactly("GL0321");
  }

  @Test
  void takesAStopInsideAnAcceptForARefusal() {
    assertThat(codes("""
        component A { server s: bool -> bool; run { repeat { accept x from s { if (x) { stop; } reply x; } } } }
        component B { client c: bool -> bool; run { call c(true); } }
        graph G { a = A(); b = B(); b.c -> a.s; }
        """)).isEmpty();
  }

  @Test
  void answersWithinSecondsForAMillionDesks() {
    var program = Frontend.analyze(List.of(new SourceFile("a.graphline", """
        component Buffer { in i: 0..3; out o: 0..3; run { repeat { receive x from i; send x to o; } } }
        component Source { out o: 0..3; run { send 1 to o; } }
        graph Chain {
            for i in 0..999999 { b[i] = Buffer(); }
            for i in 0..999998 { b[i].o -> b[i+1].i; }
            Source() -> b[0].i;  b[999999].o -> Nowhere();
        }
        """))).program().orElseThrow();
    var elaboration = Frontend.elaborate(program, Frontend.checks(program).getFirst()).getFirst();
    assertThat(elaboration.network().orElseThrow().instances()).hasSize(1_000_002);
  }

  @Test
  void refusesMoreDesksThanFit() {
    assertThat(codes("""
        component A { run { } }
        graph G { for i in 0..3000000 { a[i] = A(); } }
        """)).containsExactly("GL0208");
  }
}
