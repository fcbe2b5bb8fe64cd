package org.graphline.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
  private static final String FILE = "inn.graphline";
  @TempDir Path folder;
  private Editor editor;

  @BeforeEach void start() {
    editor = new Editor(folder);
    editor.open(FILE, Inn.TEXT);
    editor.diagnostics(FILE);
  }

  @AfterEach void end() {
    editor.close();
  }

  private Object run(String command) {
    var lens = Editor.await(editor.server.getTextDocumentService().codeLens(new CodeLensParams(editor.document(FILE))))
        .stream().filter(l -> l.getCommand().getCommand().equals(command)).findFirst().orElseThrow();
    return Editor.await(editor.server.getWorkspaceService().executeCommand(
        new ExecuteCommandParams(lens.getCommand().getCommand(), lens.getCommand().getArguments())));
  }

  @Test void aDeadlockIsShownAtItsClaimWithWhoWaitsForWhom() {
    var answer = run("graphline.check");
    assertThat(answer instanceof JsonObject json ? json.get("text").getAsString() : ((Map<?, ?>) answer).get("text").toString())
        .contains("✗ DL-1").contains("who waits for whom");
    var found = findings();
    assertThat(found).hasSize(1);
    assertThat(editor.text(FILE, found.getFirst().getRange())).startsWith("deadlock free");
    assertThat(found.getFirst().getRelatedInformation()).extracting(r -> r.getMessage()).containsExactlyInAnyOrder(
        "cook wants to send dish and waits for guest", "guest wants to send money and waits for cook");
  }

  @Test void aFindingGoesWithTheNextChange() {
    run("graphline.check");
    assertThat(findings()).hasSize(1);
    editor.replace(FILE, "repeat { receive", "repeat {  receive");
    assertThat(editor.diagnostics(FILE)).isEmpty();
  }

  @Test void aGraphIsDrawn() {
    assertThat(run("graphline.draw").toString()).contains("<svg").contains("cook");
  }

  @Test void aCommandThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> editor.server.getWorkspaceService().executeCommand(
        new ExecuteCommandParams("graphline.bake", List.of())).get()).hasMessageContaining("no command graphline.bake");
  }

  /// Waits until findings of a check have been told.
  private List<Diagnostic> findings() {
    return editor.told.await(editor.uri(FILE), 1, d -> d.stream().anyMatch(x -> x.getSource().equals("graphline check")));
  }
}
