package org.graphline.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NavigationTest {
  private static final String TYPES = """
      enum Kind { STROKE, SOUND }
      /** What goes round. */
      record Msg { kind: Kind; loud: 0..9; }
      extern Words { fun shout(a: Msg): bool; }
      const Most = 3;
      component Pen(many: 1..Most = 1) {
          in ink: Msg;
          out paper[many]: Msg;
          var seen: 0..9 = 0;
          run { repeat {
              receive drop from ink;
              seen = drop.loud;
              if (drop.kind == Kind.SOUND && Words.shout(drop)) { mark heard; }
              send Msg{kind: drop.kind, loud: seen} to paper[0];
          } }
      }
      graph Desk { in ink: Msg; pen = Pen(many = 1); ink -> pen.ink; pen.paper[*] -> Nowhere(); }
      check Desk { livelock free progress on pen.heard; never pen.seen == 8; }
      """;

  @TempDir Path folder;
  private Editor editor;

  @BeforeEach void start() {
    editor = new Editor(folder);
    editor.open("a.graphline", TYPES);
  }

  @AfterEach void end() {
    editor.close();
  }

  private String hover(String marked, int after) {
    var hover = Editor.await(editor.server.getTextDocumentService().hover(
        new HoverParams(editor.document("a.graphline"), editor.at("a.graphline", marked, after))));
    return hover == null ? "" : hover.getContents().getRight().getValue();
  }

  private String definition(String marked, int after) {
    List<? extends Location> found = Editor.await(editor.server.getTextDocumentService().definition(
        new DefinitionParams(editor.document("a.graphline"), editor.at("a.graphline", marked, after)))).getLeft();
    return found.isEmpty() ? "" : found.getFirst().getRange().getStart().getLine() + ":"
        + editor.text("a.graphline", found.getFirst().getRange());
  }

  @Test void theTextHasNoMistakes() {
    assertThat(editor.diagnostics("a.graphline")).isEmpty();
  }

  @Test void hoverShowsTheDeclarationAndItsDocComment() {
    assertThat(hover("Msg;", 0)).contains("record Msg").contains("What goes round.");
    assertThat(hover("ink;\n", 1)).contains("in ink: Msg;").contains("port of Pen");
    assertThat(hover("Pen(many = 1)", 0)).contains("component Pen(many: 1..Most = 1)").contains("in ink: Msg;")
        .contains("out paper[many]: Msg;");
  }

  @Test void hoverShowsTheTypeOfABinding() {
    assertThat(hover("drop.loud", 0)).contains("drop: Msg").contains("binding");
  }

  @Test void hoverShowsWhatTheLanguageProvides() {
    assertThat(hover("Nowhere", 2)).contains("forgets them");
    assertThat(hover("bool;", 0)).contains("of the language");
  }

  @Test void hoverBesideANameSaysNothing() {
    assertThat(hover("{ STROKE", 0)).isEmpty();
  }

  @Test void definitionFollowsNamesBehindDots() {
    assertThat(definition("loud;\n", 0)).isEqualTo("2:loud");
    assertThat(definition("SOUND &&", 0)).isEqualTo("0:SOUND");
    assertThat(definition("shout(drop)", 0)).isEqualTo("3:shout");
    assertThat(definition("ink; pen.paper", 0)).isEqualTo("6:ink");
    assertThat(definition("pen.paper", 0)).isEqualTo("16:pen");
    assertThat(definition("paper[*]", 0)).isEqualTo("7:paper");
    assertThat(definition("many = 1)", 0)).isEqualTo("5:many");
    assertThat(definition("heard; never", 0)).isEqualTo("12:heard");
    assertThat(definition("seen == 8", 0)).isEqualTo("8:seen");
    assertThat(definition("loud: seen", 0)).isEqualTo("2:loud");
    assertThat(definition("Most = 1", 0)).isEqualTo("4:Most");
    assertThat(definition("ink -> pen", 0)).isEqualTo("16:ink");
  }

  @Test void definitionOfADeclarationIsItself() {
    assertThat(definition("Pen(many: 1", 0)).isEqualTo("5:Pen");
  }

  @Test void definitionLeadsToOtherFilesOfThePackage() {
    editor.save("sub/cook.graphline", "package inn;\n\ncomponent Cook { out dish: signal; run { send to dish; } }\n");
    editor.open("sub/inn.graphline", "package inn;\ngraph Inn { cook = Cook();  cook.dish -> Nowhere(); }\n");
    var found = Editor.await(editor.server.getTextDocumentService().definition(new DefinitionParams(
        editor.document("sub/inn.graphline"), editor.at("sub/inn.graphline", "Cook()", 1)))).getLeft();
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().getUri()).isEqualTo(editor.uri("sub/cook.graphline"));
    assertThat(found.getFirst().getRange().getStart().getLine()).isEqualTo(2);
  }

  @Test void theOutlineIsATreeOfDeclarations() {
    assertThat(outline("a.graphline")).extracting(DocumentSymbol::getName)
        .containsExactly("Kind", "Msg", "Words", "Most", "Pen", "Desk", "check Desk");
    assertThat(outline("a.graphline").get(4).getChildren()).extracting(DocumentSymbol::getName)
        .containsExactly("ink", "paper", "seen", "run");
  }

  @Test void anIncompleteFileStillHasAnOutlineAndHovers() {
    editor.replace("a.graphline", "seen = drop.loud;", "seen = drop.");
    editor.replace("a.graphline", "ink -> pen.ink;", "ink -> ");
    assertThat(editor.diagnostics("a.graphline")).isNotEmpty();
    assertThat(outline("a.graphline")).extracting(DocumentSymbol::getName)
        .containsExactly("Kind", "Msg", "Words", "Most", "Pen", "Desk", "check Desk");
    assertThat(hover("shout(drop)", 0)).contains("fun shout");
    assertThat(hover("drop.kind ==", 0)).contains("drop: Msg");
  }

  private List<DocumentSymbol> outline(String name) {
    return Editor.await(editor.server.getTextDocumentService().documentSymbol(
        new DocumentSymbolParams(editor.document(name)))).stream().map(either -> either.getRight()).toList();
  }
}
