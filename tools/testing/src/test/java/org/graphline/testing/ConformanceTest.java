package org.graphline.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Timers;
import org.graphline.model.value.Value;
import org.graphline.testing.schedule.Campaign.Found;
import org.graphline.testing.subject.Specs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Compiled graphs against their models: the right ones pass, and each seeded mistake is found and shrunk to the length
/// that the model says is least.
@Timeout(60)
class ConformanceTest {

  @Test void theCompiledShopDoesWhatItsModelSays() {
    Conformance.ofGraph("shop.graphline", "Shop").runs(60).verify();
  }

  @Test void whatIsMadeUpIsOneOfTheValuesThatTheModelExpects() {
    Conformance.ofGraph("dice.graphline", "Table").runs(40).verify();
  }

  @Test void sendsInTheWrongOrderAreFoundAtOnce() {
    Found found = find("shop/Customer.java", text -> swapped(text, "at(10)", "at(11)"));
    assertThat(found.deviation().what())
        .isEqualTo("refused, though the model promises it: customer.orders posts to packer.orders  1");
    assertThat(found.deviation().moves()).hasSize(leastMoves(l -> l instanceof Label.Post)).hasSize(1);
    assertThat(found.shortest()).isTrue();
  }

  @Test void aForgottenReplyIsFoundAfterTheFirstCall() {
    Found found = find("shop/Till.java", text -> without(text, "reply("));
    assertThat(found.deviation().what())
        .isEqualTo("refused, though the model promises it: till.pay replies to customer.till  true");
    assertThat(found.deviation().moves()).hasSize(leastMoves(l -> l instanceof Label.Replied)).hasSize(3);
    assertThat(found.shortest()).isTrue();
  }

  @Test void aLetterThatIsLostOnShutdownIsFoundAfterTheShortestDay() {
    Found found = find("shop/Shipper.java", text -> without(text, "at(54).send(held, van)"));
    assertThat(found.deviation().what())
        .isEqualTo("refused, though the model promises it: shipper.van -> environment.van  2");
    assertThat(found.deviation().moves()).hasSize(leastMoves(l -> l instanceof Label.HandOver(int line, _, var reader,
        Value value) && line == 3 && reader.isEmpty() && value.equals(new Value.Int(2)))).hasSize(16);
    assertThat(found.shortest()).isTrue();
  }

  @Test void theFailureIsToldAsThePageShowsIt() throws IOException {
    String page = Files.readString(Path.of("../../docs/testing.md"));
    assertThatThrownBy(() -> broken("shop/Till.java", text -> without(text, "reply(")).verify())
        .satisfies(failure -> assertThat(page).contains(failure.getMessage()));
  }

  @Test void theSeedOfAFailureMakesItsRunTheFirst() {
    UnaryOperator<String> mistake = text -> without(text, "at(54).send(held, van)");
    Found first = broken("shop/Shipper.java", mistake).find().orElseThrow();
    Found again = broken("shop/Shipper.java", mistake).seed(first.seed()).find().orElseThrow();
    assertThat(again.runs()).isEqualTo(1);
    assertThat(again.deviation().steps()).isEqualTo(first.deviation().steps());
    assertThatThrownBy(() -> broken("shop/Shipper.java", mistake).seed(first.seed()).verify())
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Shop parts from its model in run 1, after 16 moves; no shorter run does")
        .hasMessageEndingWith("rerun with seed(" + first.seed() + ")");
  }

  /// Returns how many steps of the shop it takes at least to come to one that is wanted, that one included.
  private static int leastMoves(Predicate<Label> wanted) {
    Semantics semantics = Semantics.of(Specs.network(Specs.program("shop.graphline"), "Shop", Map.of()), Timers.ANY);
    Set<State> level = Set.of(semantics.initial());
    for (int moves = 1; !level.isEmpty(); moves++) {
      Set<State> next = new HashSet<>();
      for (Step step : level.stream().flatMap(s -> semantics.steps(s).stream()).toList()) {
        if (wanted.test(step.label())) {
          return moves;
        }
        next.add(step.target());
      }
      level = next;
    }
    throw new AssertionError("the model never does that");
  }

  @Test void helloDoesWhatItsModelSays() {
    example("01-hello/hello.graphline", "Hello").runs(50).verify();
  }

  @Test void philosophersDoWhatTheirModelSays() {
    example("02-dining-philosophers/dining.graphline", "Table").argument("leftHander", true).runs(50).verify();
    example("02-dining-philosophers/dining.graphline", "Table").argument("leftHander", false).runs(50).verify();
  }

  @Test void theDepotDoesWhatItsModelSays() {
    example("03-depot/depot.graphline", "Depot").argument("producers", 2).argument("consumers", 2).runs(50).verify();
  }

  @Test void theAlternatingBitDoesWhatItsModelSays() {
    example("04-alternating-bit/abp.graphline", "Abp").argument("slack", 1).runs(50).verify();
  }

  @Test void theFarmDoesWhatItsModelSays() {
    example("05-farm/farm.graphline", "Farm").argument("workers", 2).argument("together", true).runs(50).verify();
    example("05-farm/farm.graphline", "Farm").argument("workers", 2).argument("together", false).runs(50).verify();
  }

  @Test void theEchoHubDoesWhatItsModelSays() {
    example("06-echo-hub/echo.graphline", "OverwritingEcho").argument("ignoring", true).runs(50).verify();
  }

  @Test void theCoreOfTheWhiteboardDoesWhatItsModelSays() {
    example("whiteboard/core-repaired.graphline", "Core").runs(30).verify();
  }

  private static Conformance example(String file, String graph) {
    String name = "../../examples/" + file;
    return Conformance.ofGraph(name, graph).sources(sources -> OpaqueTypes.added(Specs.program(name), sources));
  }

  private static Found find(String file, UnaryOperator<String> mistake) {
    return broken(file, mistake).find().orElseThrow();
  }

  private static Conformance broken(String file, UnaryOperator<String> mistake) {
    return Conformance.ofGraph("shop.graphline", "Shop").sources(sources -> {
      String right = sources.get(file);
      String wrong = mistake.apply(right);
      assertThat(wrong).isNotEqualTo(right);
      sources.put(file, wrong);
      return sources;
    });
  }

  /// Swaps the lines that hold `one` and `other`.
  private static String swapped(String text, String one, String other) {
    String first = text.lines().filter(l -> l.contains(one)).findFirst().orElseThrow();
    String second = text.lines().filter(l -> l.contains(other)).findFirst().orElseThrow();
    return text.replace(first, "<first>").replace(second, first).replace("<first>", second);
  }

  private static String without(String text, String part) {
    return text.lines().filter(l -> !l.contains(part)).reduce("", (a, b) -> a + b + "\n");
  }
}
