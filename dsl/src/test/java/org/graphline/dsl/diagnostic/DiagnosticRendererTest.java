package org.graphline.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.graphline.model.source.SourceFile;
import org.graphline.model.source.Span;
import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {

  @Test
  void drawsThePlaceTheSourceAndTheHelp() {
    var source = new SourceFile("board.graphline", "\n\n\n\n\n\n    in  in: Blob;\n");
    var diagnostic =
        Diagnostic.of(
                DiagnosticId.RESERVED_WORD,
                "`in` cannot be used as a name here",
                marker(source, "in:", 2, "this word starts an in-tray declaration"))
            .help("call it after what arrives, e.g. `in strokes: Blob;`");
    assertThat(render(Style.PLAIN, source, diagnostic))
        .isEqualTo(
            """
            error[GL0104]: `in` cannot be used as a name here
              --> board.graphline:7:9
               |
             7 |     in  in: Blob;
               |         ^^ this word starts an in-tray declaration
               |
               = help: call it after what arrives, e.g. `in strokes: Blob;`
            """);
  }

  @Test
  void drawsRelatedPlacesInTheOrderOfTheFile() {
    var source = new SourceFile("bank.graphline", "a -> desk;\n//\n//\n//\n//\n//\n//\n//\n//\nb -> desk;\n");
    var first = source.span(5, 9);
    var second = source.span(source.text().lastIndexOf("desk"), source.text().lastIndexOf("desk") + 4);
    var diagnostic =
        Diagnostic.of(DiagnosticId.UNEXPECTED_INPUT, "taken", new Marker(second, "second writer"))
            .related(first, "first connected here");
    assertThat(render(Style.PLAIN, source, diagnostic))
        .isEqualTo(
            """
            error[GL0101]: taken
               --> bank.graphline:10:6
                |
              1 | a -> desk;
                |      ---- first connected here
            ...
             10 | b -> desk;
                |      ^^^^ second writer
            """);
  }

  @Test
  void showsOneLineOnceForTwoMarkers() {
    var source = new SourceFile("a.graphline", "x x");
    var diagnostic =
        Diagnostic.of(DiagnosticId.UNEXPECTED_INPUT, "twice", new Marker(source.span(2, 3), "again"))
            .related(source.span(0, 1), "before");
    assertThat(render(Style.PLAIN, source, diagnostic))
        .isEqualTo(
            """
            error[GL0101]: twice
              --> a.graphline:1:3
               |
             1 | x x
               | - before
               |   ^ again
            """);
  }

  @Test
  void namesPlacesInOtherFiles() {
    var source = new SourceFile("a.graphline", "x");
    var diagnostic =
        Diagnostic.of(DiagnosticId.UNEXPECTED_INPUT, "odd", source.span(0, 1))
            .related(new Span("b.graphline", 3, 7, 40, 41), "declared here")
            .help("one")
            .help("two");
    assertThat(render(Style.PLAIN, source, diagnostic))
        .isEqualTo(
            """
            error[GL0101]: odd
              --> a.graphline:1:1
               |
             1 | x
               | ^
              --> b.graphline:3:7   declared here
               |
               = help: one
               = help: two
            """);
  }

  @Test
  void doesWithoutTheSource() {
    var marker = new Marker(Span.BUILT_IN, "here");
    var diagnostic = Diagnostic.of(DiagnosticId.UNEXPECTED_INPUT, "odd", marker).help("go");
    var renderer = new DiagnosticRenderer(Style.PLAIN, _ -> Optional.empty());
    assertThat(renderer.render(diagnostic))
        .isEqualTo("error[GL0101]: odd\n  --> <built-in>:1:1   here\n   = help: go\n");
  }

  @Test
  void putsCaretsUnderTextAfterTabs() {
    var source = new SourceFile("a.graphline", "\tif\tx;");
    assertThat(render(Style.PLAIN, source, at(source, "x")))
        .endsWith(" 1 |     if  x;\n   |         ^\n");
  }

  @Test
  void putsCaretsUnderTextAfterWideAndCombiningCharacters() {
    var source = new SourceFile("a.graphline", "\"漢字\" \"e\u0301\" \"🎉\" x");
    assertThat(render(Style.PLAIN, source, at(source, "x")))
        .endsWith("   |                 ^\n")
        .contains("漢字");
  }

  @Test
  void drawsWideCharactersWithWideMarks() {
    var source = new SourceFile("a.graphline", "漢字");
    assertThat(render(Style.PLAIN, source, at(source, "漢字"))).endsWith("   | ^^^^\n");
  }

  @Test
  void keepsToAsciiWhenAsked() {
    var source = new SourceFile("a.graphline", "\"漢é\" x");
    var diagnostic =
        Diagnostic.of(
            DiagnosticId.UNEXPECTED_INPUT, "one line, three readers – who?", at(source, "x").primary());
    var text = render(Style.ASCII, source, diagnostic);
    assertThat(text).contains("three readers - who?").contains(" 1 | \"???\" x").endsWith("   |       ^\n");
    assertThat(text.chars().allMatch(c -> c < 0x80)).isTrue();
  }

  @Test
  void colorsOnlyWhenAsked() {
    var source = new SourceFile("a.graphline", "x");
    var colored = render(Style.COLORED, source, at(source, "x"));
    assertThat(colored).contains("\u001b[1;31merror[GL0101]\u001b[0m");
    assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(render(Style.PLAIN, source, at(source, "x")));
  }

  @Test
  void showsOnlyAWindowOfAVeryLongLine() {
    var source = new SourceFile("a.graphline", "y".repeat(1_000_000) + "x" + "y".repeat(1_000_000));
    var lines = render(Style.PLAIN, source, at(source, "x")).lines().toList();
    assertThat(lines.get(3)).hasSizeLessThan(200);
    assertThat(lines.get(3).charAt(lines.get(4).indexOf('^'))).isEqualTo('x');
  }

  @Test
  void neverLetsControlCharactersThrough() {
    var source = new SourceFile("a.graphline", "\u001b[31m\u0007 x");
    assertThat(render(Style.PLAIN, source, at(source, "x"))).doesNotContain("\u001b", "\u0007");
  }

  @Test
  void marksTheFirstLineOfALongStretch() {
    var source = new SourceFile("a.graphline", "abc\ndef\n");
    var diagnostic = Diagnostic.of(DiagnosticId.UNEXPECTED_INPUT, "odd", source.span(1, 6));
    assertThat(render(Style.PLAIN, source, diagnostic)).endsWith(" 1 | abc\n   |  ^^\n");
  }

  @Test
  void putsAnEmptyLineBetweenDiagnostics() {
    var source = new SourceFile("a.graphline", "x");
    var renderer = new DiagnosticRenderer(Style.PLAIN, source);
    assertThat(renderer.render(List.of(at(source, "x"), at(source, "x")))).contains("^\n\nerror");
  }

  private static Diagnostic at(SourceFile source, String text) {
    return Diagnostic.of(DiagnosticId.UNEXPECTED_INPUT, "odd", marker(source, text, text.length(), ""));
  }

  private static Marker marker(SourceFile source, String text, int length, String phrase) {
    int start = source.text().indexOf(text);
    return new Marker(source.span(start, start + length), phrase);
  }

  private static String render(Style style, SourceFile source, Diagnostic diagnostic) {
    return new DiagnosticRenderer(style, source).render(diagnostic);
  }
}
