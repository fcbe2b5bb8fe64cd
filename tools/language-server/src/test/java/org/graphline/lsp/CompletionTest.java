package org.graphline.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {
  private static final String INN = "inn.graphline";
  private static final String SHOP = "shop.graphline";
  private static final String SHOP_TEXT = """
      package shop;
      enum Kind { TEA, CAKE }
      record Order { kind: Kind; many: 1..9; }
      extern Prices { fun known(a: Kind): bool; }
      const Most = 3;
      component Counter<T>(seats: 1..Most, open: bool = true) {
          server ask[seats]: Order -> bool;  client store: Order -> bool;  barrier bell;  in news: T;  out waste: T;
          var sold: 0..9 = 0;
          run {
              accept order from ask[0] { reply Prices.known(order.kind); }
              receive it from news;
              sync bell;
              let rest = call store(Order{kind: Kind.TEA, many: 1});
              sold = sold + 1;
          }
      }
      graph Shop(n: 1..2) {
          in news: text;
          one = Counter<text>(seats = n);
          news -> one.news;  one.waste -> Nowhere();
      }
      check Shop(n = 1) { deadlock free; never one.sold == 2; }
      """;
  @TempDir Path folder;
  private Editor editor;

  @BeforeEach void start() {
    editor = new Editor(folder);
    editor.open(INN, Inn.TEXT);
    editor.open(SHOP, SHOP_TEXT);
  }

  @AfterEach void end() {
    editor.close();
  }

  /// Returns what is proposed after `typed` has been put in place of `marked`.
  private List<CompletionItem> items(String file, String marked, String typed) {
    var start = editor.at(file, marked, 0);
    editor.replace(file, marked, typed);
    return Editor.await(editor.server.getTextDocumentService().completion(new CompletionParams(editor.document(file),
        new Position(start.getLine(), start.getCharacter() + typed.length())))).getLeft();
  }

  private List<String> inInn(String marked, String typed) {
    return items(INN, marked, typed).stream().map(CompletionItem::getLabel).toList();
  }

  private List<String> inShop(String marked, String typed) {
    return items(SHOP, marked, typed).stream().map(CompletionItem::getLabel).toList();
  }

  @Test void theServerSaysThatItCompletesAfterADot() {
    var completion = editor.initialized.getCapabilities().getCompletionProvider();
    assertThat(completion.getTriggerCharacters()).containsExactly(".");
  }

  @Test void behindADeskAndADotStandThePortsOfItsComponent() {
    assertThat(inInn("guest.money -> cook.money;", "guest.money -> cook.")).containsExactlyInAnyOrder("money", "dish");
  }

  @Test void beforeTheDotStandDesksAndExposedPorts() {
    assertThat(inInn("guest.money -> cook.money;", "guest.money -> ")).contains("cook", "guest", "Nowhere")
        .doesNotContain("money", "signal");
    assertThat(inShop("news -> one.news;", "ne")).contains("news", "one").doesNotContain("waste");
  }

  @Test void afterReceiveFromStandThePortsThatReceive() {
    assertThat(inInn("receive from dish;", "receive from ")).containsExactly("dish");
    assertThat(inShop("receive it from news;", "receive it from ")).containsExactly("news");
  }

  @Test void afterToStandThePortsThatSend() {
    assertThat(inInn("send to money;", "send to ")).containsExactly("money");
    assertThat(inShop("receive it from news;", "send it to ")).containsExactly("waste");
  }

  @Test void serversAcceptClientsCallAndBarriersSynchronize() {
    assertThat(inShop("accept order from ask[0]", "accept order from ")).containsExactly("ask");
    assertThat(inShop("let rest = call store(", "let rest = call ")).containsExactly("store");
    assertThat(inShop("sync bell;", "sync ")).containsExactly("bell");
  }

  @Test void whereAStatementIsDueStandItsWords() {
    assertThat(inInn("repeat { receive from money;", "repeat { re")).contains("receive", "reply", "repeat", "send")
        .doesNotContain("component", "deadlock", "from");
  }

  @Test void betweenDeclarationsStandTheirWordsAndNoNames() {
    assertThat(inInn("check Inn {", "comp")).contains("component", "graph", "check")
        .doesNotContain("receive", "Inn", "Cook");
  }

  @Test void whereATypeIsDueStandTypesAndNumbers() {
    assertThat(inInn("in money: signal;", "in money: ")).contains("signal", "bool", "text")
        .doesNotContain("Cook", "send");
    assertThat(inShop("in news: T;", "in news: ")).contains("T", "Order", "Kind", "list", "seats", "Most")
        .doesNotContain("true", "Counter", "Shop");
  }

  @Test void whereADeskIsMadeStandComponents() {
    assertThat(inInn("cook = Cook();", "cook = ")).contains("Cook", "Guest", "Nowhere")
        .doesNotContain("signal", "guest");
  }

  @Test void whereAnArgumentIsDueStandParametersWithTheirSign() {
    assertThat(inserted(items(SHOP, "seats = n", ""))).contains("seats = ", "open = ").doesNotContain("n = ");
    assertThat(inserted(items(SHOP, "Shop(n = 1)", "Shop("))).contains("n = ").doesNotContain("seats = ");
  }

  private static List<String> inserted(List<CompletionItem> items) {
    return items.stream().map(item -> item.getTextEdit().getLeft().getNewText()).toList();
  }

  @Test void whereAValueIsDueStandVariablesParametersAndBindings() {
    assertThat(inShop("sold = sold + 1;", "sold = "))
        .contains("sold", "seats", "open", "rest", "Kind", "Prices", "true")
        .doesNotContain("order", "n", "Counter", "news");
  }

  @Test void behindOtherDotsStandFieldsConstantsAndFunctions() {
    assertThat(inShop("known(order.kind)", "known(order.")).containsExactlyInAnyOrder("kind", "many");
    assertThat(inShop("Kind.TEA", "Kind.")).containsExactlyInAnyOrder("TEA", "CAKE");
    assertThat(inShop("Prices.known(", "Prices.")).containsExactly("known");
  }

  @Test void inACheckStandPropertiesAndWhatIsInItsGraph() {
    assertThat(inInn("check Inn {", "check Inn { ")).contains("deadlock", "livelock", "terminates", "not", "cook")
        .doesNotContain("receive");
    assertThat(inShop("never one.sold == 2;", "never ")).contains("one", "news", "n").doesNotContain("leads");
  }

  @Test void aWordThatHasBeenBegunIsReplaced() {
    var item = items(INN, "receive from dish;", "receive from di").getFirst();
    assertThat(item.getLabel()).isEqualTo("dish");
    assertThat(editor.text(INN, item.getTextEdit().getLeft().getRange())).isEqualTo("di");
  }

  @Test void inCommentsNothingIsProposed() {
    assertThat(inInn("Cooks what was paid for.", "Cooks what the guest.")).isEmpty();
    assertThat(inInn("check Inn {", "check Inn { // a ")).isEmpty();
  }
}
