package org.graphline.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsTest {
  @TempDir Path folder;
  private Editor editor;

  @BeforeEach void start() {
    editor = new Editor(folder);
  }

  @AfterEach void end() {
    editor.close();
  }

  @Test void aFileWithoutMistakesHasNoDiagnostics() {
    editor.open("inn.graphline", Inn.TEXT);
    assertThat(editor.diagnostics("inn.graphline")).isEmpty();
  }

  @Test void aMistakeIsToldAsItIsTypedAndTakenBackWhenItIsRepaired() {
    editor.open("inn.graphline", Inn.TEXT);
    editor.replace("inn.graphline", "receive from dish", "receive from dsh");
    var found = editor.diagnostics("inn.graphline");
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().getCode().getLeft()).isEqualTo("GL0202");
    assertThat(found.getFirst().getSeverity()).isEqualTo(DiagnosticSeverity.Error);
    assertThat(found.getFirst().getMessage().getLeft()).contains("no port called `dsh`").contains("did you mean `dish`?");
    assertThat(editor.text("inn.graphline", found.getFirst().getRange())).isEqualTo("dsh");
    editor.replace("inn.graphline", "dsh", "dish");
    assertThat(editor.diagnostics("inn.graphline")).isEmpty();
  }

  @Test void theWiringThatACheckAsksForIsLookedAtToo() {
    editor.open("inn.graphline", Inn.TEXT);
    editor.replace("inn.graphline", "cook.dish   -> guest.dish;", "");
    assertThat(editor.diagnostics("inn.graphline")).extracting(d -> d.getCode().getLeft()).contains("GL0401");
  }

  @Test void relatedPlacesAreLinkedAcrossFiles() {
    editor.save("other.graphline", "package inn;\ncomponent Cook { in a: signal; run { receive from a; } }\n");
    editor.save("cook.graphline", "package inn;\nconst Pots = 2;\n");
    editor.open("pots.graphline", "package inn;\ncomponent Pot(Pots: 0..1) { in a: signal; run { receive from a; } }\n");
    var found = editor.diagnostics("pots.graphline").stream().filter(d -> d.getCode().getLeft().equals("GL0305")).toList();
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().getRelatedInformation()).extracting(r -> r.getLocation().getUri())
        .containsExactly(editor.uri("cook.graphline"));
  }

  @Test void whatIsNotSavedWinsOverWhatIsOnDisk() {
    editor.save("cook.graphline", "package inn;\ncomponent Cook { out dish: signal; run { send to dish; } }\n");
    editor.open("inn.graphline", "package inn;\ngraph Inn { cook = Cook();  cook.dish -> Nowhere(); }\n");
    assertThat(editor.diagnostics("inn.graphline")).isEmpty();
    editor.open("cook.graphline", "package inn;\ncomponent Cook { out meal: signal; run { send to meal; } }\n");
    editor.diagnostics("cook.graphline");
    editor.replace("inn.graphline", "package inn;\n", "package inn;\n\n");
    assertThat(editor.diagnostics("inn.graphline")).extracting(d -> d.getMessage().getLeft())
        .anyMatch(message -> message.contains("`Cook` has no port `dish`"));
    editor.close("cook.graphline");
    editor.replace("inn.graphline", "package inn;\n\n", "package inn;\n");
    assertThat(editor.diagnostics("inn.graphline")).isEmpty();
  }

  @Test void aFileThatIsNotOpenIsToldAboutToo() {
    editor.save("cook.graphline", "package inn;\ncomponent Cook { out dish: sgnal; run { send to dish; } }\n");
    editor.open("inn.graphline", "package inn;\ngraph Inn { cook = Cook();  cook.dish -> Nowhere(); }\n");
    editor.diagnostics("inn.graphline");
    assertThat(editor.told.await(editor.uri("cook.graphline"), null)).extracting(d -> d.getCode().getLeft())
        .containsExactly("GL0202");
  }

  @Test void positionsCountUtf16UnitsBehindCharactersOutsideTheBasicPlane() {
    editor.open("a.graphline", "component A { /* \uD83D\uDE00\uD83D\uDE00 */ in a: sgnal; run { receive from a; } }\r\n"
        + "component B { in b: sgnal; run { receive from b; } }\r\n");
    var found = editor.diagnostics("a.graphline");
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().getRange().getStart().getLine()).isZero();
    assertThat(editor.text("a.graphline", found.getFirst().getRange())).isEqualTo("sgnal");
    editor.replace("a.graphline", "\uD83D\uDE00 */ in a: sgnal", "\uD835\uDD38 */ in a: signal");
    found = editor.diagnostics("a.graphline");
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().getRange().getStart().getLine()).isEqualTo(1);
    assertThat(editor.text("a.graphline", found.getFirst().getRange())).isEqualTo("sgnal");
  }

  @Test void aWholeNewTextCountsLikeManyEdits() {
    editor.open("inn.graphline", "");
    assertThat(editor.diagnostics("inn.graphline")).extracting(d -> d.getCode().getLeft()).containsExactly("GL0113");
    editor.rewrite("inn.graphline", Inn.TEXT);
    assertThat(editor.diagnostics("inn.graphline")).isEmpty();
  }
}
