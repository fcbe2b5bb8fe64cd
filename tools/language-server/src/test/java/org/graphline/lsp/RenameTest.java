package org.graphline.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenameTest {
  private static final String FILE = "inn.graphline";
  @TempDir Path folder;
  private Editor editor;

  @BeforeEach void start() {
    editor = new Editor(folder);
    editor.open(FILE, Inn.TEXT);
  }

  @AfterEach void end() {
    editor.close();
  }

  private List<TextEdit> rename(String marked, String newName) throws ExecutionException, InterruptedException {
    var edit = editor.server.getTextDocumentService().rename(
        new RenameParams(editor.document(FILE), editor.at(FILE, marked, 0), newName)).get();
    return edit.getChanges().get(editor.uri(FILE));
  }

  @Test void everyPlaceThatNamesAPortIsRenamed() throws Exception {
    var edits = rename("money: signal;  out dish", "coins");
    assertThat(edits).hasSize(3).allSatisfy(e -> assertThat(editor.text(FILE, e.getRange())).isEqualTo("money"));
    edits.reversed().forEach(e -> {
      int line = e.getRange().getStart().getLine();
      assertThat(List.of(5, 6, 19)).contains(line);
    });
  }

  @Test void whatWouldClashIsRefused() {
    assertThatThrownBy(() -> rename("money: signal;  out dish", "dish")).hasMessageContaining("it would be a mistake");
    assertThatThrownBy(() -> rename("Guest {", "Cook")).hasMessageContaining("it would be a mistake");
  }

  @Test void whatWouldNotParseIsRefused() {
    assertThatThrownBy(() -> rename("Guest {", "in")).hasMessageContaining("it would be a mistake");
    assertThatThrownBy(() -> rename("Guest {", "two words")).hasMessageContaining("is not a name");
  }

  @Test void whatCannotBeReadIsNotRenamed() {
    editor.replace(FILE, "send to dish;", "send to ;");
    assertThatThrownBy(() -> rename("Guest {", "Diner")).hasMessageContaining("cannot be read");
  }

  @Test void referencesAreAllPlacesThatNameTheSame() {
    var found = Editor.await(editor.server.getTextDocumentService().references(new ReferenceParams(
        editor.document(FILE), editor.at(FILE, "cook.money", 0), new ReferenceContext(true))));
    assertThat(found).extracting(l -> editor.text(FILE, l.getRange())).containsOnly("cook").hasSize(3);
  }

  @Test void bracesAndCommentsFold() {
    var found = Editor.await(editor.server.getTextDocumentService().foldingRange(
        new FoldingRangeRequestParams(editor.document(FILE))));
    assertThat(found).anyMatch(r -> r.getStartLine() == 3 && r.getEndLine() == 6);
  }
}
