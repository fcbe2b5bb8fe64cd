package org.graphline.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.TextEdit;
import org.graphline.dsl.format.Formatter;
import org.graphline.lsp.project.Positions;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormattingTest {
  @TempDir Path folder;

  private static String formatted(Editor editor, String name) {
    List<? extends TextEdit> edits = Editor.await(editor.server.getTextDocumentService().formatting(
        new DocumentFormattingParams(editor.document(name), new FormattingOptions(4, true))));
    String text = editor.text(name);
    assertThat(edits).hasSizeLessThanOrEqualTo(1);
    for (TextEdit edit : edits) {
      var positions = new Positions(new SourceFile(name, text));
      text = text.substring(0, positions.offset(edit.getRange().getStart())) + edit.getNewText()
          + text.substring(positions.offset(edit.getRange().getEnd()));
    }
    return text;
  }

  @Test void aFileIsLaidOutAsByFmt() {
    try (var editor = new Editor(folder)) {
      editor.open("inn.graphline", Inn.TEXT.replace("    ", " ").replace("cook = Cook();", "cook=Cook( );"));
      String expected = Formatter.format(new SourceFile("inn.graphline", editor.text("inn.graphline"))).text().orElseThrow();
      assertThat(formatted(editor, "inn.graphline")).isEqualTo(expected).isNotEqualTo(editor.text("inn.graphline"));
    }
  }

  @Test void lineEndsStayWhatTheyAre() {
    try (var editor = new Editor(folder)) {
      editor.open("inn.graphline", Inn.TEXT.replace("cook = Cook();", "cook=Cook( ); // \uD83D\uDE00").replace("\n", "\r\n"));
      String text = formatted(editor, "inn.graphline");
      assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
      assertThat(text.replace("\r\n", "\n")).isEqualTo(Formatter.format(new SourceFile("inn.graphline",
          editor.text("inn.graphline").replace("\r\n", "\n"))).text().orElseThrow());
    }
  }

  @Test void aFileThatDoesNotParseIsLeftAlone() {
    try (var editor = new Editor(folder)) {
      editor.open("inn.graphline", Inn.TEXT + "graph {");
      assertThat(formatted(editor, "inn.graphline")).isEqualTo(editor.text("inn.graphline"));
    }
  }
}
