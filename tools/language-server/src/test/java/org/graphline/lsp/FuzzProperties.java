package org.graphline.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.lsp.project.Positions;
import org.graphline.model.source.SourceFile;

/// Every state of a text that somebody types without sense is answered, and its diagnostics are those of the front end
/// run on it from scratch. `-Dgraphline.lsp.edits=10000` makes more edits than the build does.
class FuzzProperties {
  private static final String FILE = "inn.graphline";
  private static final int EDITS = Integer.getInteger("graphline.lsp.edits", 400);
  private static final int RUNS = 4;
  /// Half a surrogate pair is not among them: it cannot be sent.
  private static final List<String> PIECES = List.of("{", "}", ";", ".", "\n", "\r\n", " ", "in ", "out ", "run {",
      "receive from ", "cook", "money", "->", "[", "]", "(", ")", "\uD83D\uDE00", "/*", "*/", "//", "\"",
      "check Inn { deadlock free; }", "component X { in a: signal; run { receive from a; } }", "0..9", "for i in 1..2 ",
      "graph G { }", "import b.*;", "package q;", "\0");

  @Property(tries = RUNS, seed = "4711", edgeCases = net.jqwik.api.EdgeCasesMode.NONE)
  void everyStateIsAnswered(@ForAll @IntRange(min = 0) int seed) throws IOException {
    var chance = new Random(seed);
    var folder = Files.createTempDirectory("lsp-fuzz");
    try (var editor = new Editor(folder)) {
      editor.open(FILE, Inn.TEXT);
      for (int i = 0; i < EDITS / RUNS; i++) {
        edit(editor, chance);
        ask(editor, chance);
        assertThat(editor.diagnostics(FILE).stream().map(d -> Tuple.of(d.getCode().getLeft(), d.getRange())).toList())
            .as("after %s", editor.text(FILE)).isEqualTo(fromScratch(editor.text(FILE)));
        assertThat(editor.told.messages()).isEmpty();
        if (editor.text(FILE).length() > 3_000 || chance.nextInt(60) == 0) {
          editor.rewrite(FILE, Inn.TEXT);
        }
      }
    } finally {
      Files.deleteIfExists(folder);
    }
  }

  private static void edit(Editor editor, Random chance) {
    int length = editor.text(FILE).length();
    int start = chance.nextInt(length + 1);
    int end = chance.nextInt(3) == 0 ? Math.min(length, start + chance.nextInt(30)) : start;
    String piece = chance.nextInt(4) == 0 ? "" : PIECES.get(chance.nextInt(PIECES.size()));
    String text = editor.text(FILE);
    var range = new Range(unrounded(text, start), unrounded(text, end));
    editor.edit(FILE, range, whole(text, start), whole(text, end), piece);
  }

  /// Returns the position that counting UTF-16 units leads to, even if that is inside a pair or a line end, where
  /// the protocol knows no position: the server has to round it as [#whole] does.
  private static Position unrounded(String text, int offset) {
    var lines = new SourceFile(FILE, text).lines();
    int line = lines.lineAt(offset);
    return new Position(line - 1, offset - lines.startOf(line));
  }

  private static int whole(String text, int offset) {
    if (offset == 0 || offset == text.length()) {
      return offset;
    }
    char before = text.charAt(offset - 1);
    char after = text.charAt(offset);
    return before == '\r' && after == '\n' || Character.isSurrogatePair(before, after) ? offset - 1 : offset;
  }

  private static void ask(Editor editor, Random chance) {
    var document = editor.document(FILE);
    var text = editor.text(FILE);
    Position at = new Positions(new SourceFile(FILE, text)).position(chance.nextInt(text.length() + 1));
    var service = editor.server.getTextDocumentService();
    var hover = service.hover(new HoverParams(document, at));
    var outline = service.documentSymbol(new DocumentSymbolParams(document));
    var folding = service.foldingRange(new FoldingRangeRequestParams(document));
    var lenses = service.codeLens(new CodeLensParams(document));
    var completion = service.completion(new CompletionParams(document, at));
    Editor.await(hover);
    assertThat(Editor.await(completion).getLeft()).doesNotContainNull();
    assertThat(Editor.await(outline)).isNotNull();
    assertThat(Editor.await(folding)).isNotNull();
    assertThat(Editor.await(lenses)).isNotNull();
  }

  private static List<?> fromScratch(String text) {
    var source = new SourceFile(FILE, text);
    var analysis = Frontend.analyze(List.of(source));
    var found = new LinkedHashSet<Diagnostic>(analysis.diagnostics());
    analysis.program().ifPresent(program -> Frontend.checks(program).forEach(check ->
        Frontend.elaborate(program, check).forEach(e -> found.addAll(e.diagnostics()))));
    var positions = new Positions(source);
    return found.stream().map(d -> Tuple.of(d.id().code(), positions.range(d.primary().span()))).toList();
  }
}
