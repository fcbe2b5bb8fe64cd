package org.graphline.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts made to break a parser get one clear answer, soon.
class HostileTextTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @ParameterizedTest
  @ValueSource(strings = {"{", "(", "[", "a[", "a.b(", "-", "!", "a ? ", "a ? b : ", "X{a: "})
  void refusesDeepExpressions(String opening) {
    assertOneAnswer("const A = " + opening.repeat(20_000), DiagnosticId.NESTED_TOO_DEEPLY, opening);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "if (a) { } else ", "receive from p else ", "repeat {", "select { else => ", "par { "})
  void refusesDeepStatements(String opening) {
    assertOneAnswer("component C { run { " + opening.repeat(10_000), DiagnosticId.NESTED_TOO_DEEPLY, opening);
  }

  @ParameterizedTest
  @ValueSource(strings = {" + 1", ".a", "[0]", ".f(x)", " && b", " < c"})
  void refusesEndlessChains(String link) {
    assertOneAnswer("const A = a" + link.repeat(50_000) + ";", DiagnosticId.NESTED_TOO_DEEPLY, link);
  }

  @Test
  void refusesDeepTypesAndGraphs() {
    assertOneAnswer("type A = " + "list<".repeat(20_000), DiagnosticId.NESTED_TOO_DEEPLY, "list<");
    assertOneAnswer("graph G {" + "for i in 0..1 {".repeat(20_000), DiagnosticId.NESTED_TOO_DEEPLY, "for");
  }

  @Test
  void acceptsWhatPeopleNest() {
    var blocks = "{".repeat(90) + "}".repeat(90);
    var text = "component C { run { " + blocks + " x = " + "a + ".repeat(150) + "a; } }";
    assertThat(parse(text).diagnostics()).isEmpty();
  }

  @Test
  void warnsAboutFilesThatSayNothing() {
    assertOneAnswer("", DiagnosticId.NOTHING_DECLARED, "empty");
    assertOneAnswer("\n\n", DiagnosticId.NOTHING_DECLARED, "blank");
    assertOneAnswer("// nothing\n/* here */", DiagnosticId.NOTHING_DECLARED, "comments");
    assertOneAnswer("package a.b;", DiagnosticId.NOTHING_DECLARED, "package");
    assertThat(parse("").hasErrors()).isFalse();
  }

  @Test
  void refusesFilesThatAreNotText() {
    assertOneAnswer("const A\0 = 1;", DiagnosticId.NOT_A_TEXT_FILE, "zero byte");
    var latin = "// caf\u00e9\nconst A = 1;".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Parser.parse(SourceFile.decode("a", latin)).diagnostics())
        .extracting(d -> d.id())
        .containsExactly(DiagnosticId.NOT_A_TEXT_FILE);
  }

  @Test
  void readsPastAByteOrderMark() {
    assertThat(parse("\uFEFFconst A = 1;").diagnostics()).isEmpty();
  }

  @Test
  void refusesHugeFiles() {
    assertOneAnswer("component A { run { stop; } }\n".repeat(350_000), DiagnosticId.FILE_TOO_LARGE, "10 MB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"}", "a ", ";", "@", "\"\n", "x.y;\n", "graph ", "const ", "run {}", "1 ", "-> "})
  void answersSoonToRepetition(String piece) {
    var diagnostics =
        assertTimeout(SOON, () -> parse(piece.repeat(1_000_000 / piece.length())).diagnostics(), piece);
    assertThat(diagnostics).hasSizeBetween(1, Parser.MAX_ERRORS);
  }

  @Test
  void readsManyDeclarationsSoon() {
    var component = "component A { in x: text; run { repeat { receive y from x; send y + 1 to x; } } } ";
    var text = component.repeat(20_000);
    var parsed = assertTimeout(SOON, () -> parse(text));
    assertThat(parsed.diagnostics()).isEmpty();
    assertThat(parsed.tree().declarations()).hasSize(20_000);
  }

  private static void assertOneAnswer(String text, DiagnosticId id, String what) {
    var diagnostics = assertTimeout(SOON, () -> parse(text).diagnostics(), what);
    assertThat(diagnostics).as(what).extracting(d -> d.id()).containsExactly(id);
  }

  private static Parsed parse(String text) {
    return Parser.parse(new SourceFile("a.graphline", text));
  }
}
