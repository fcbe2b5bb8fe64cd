package org.graphline.checker.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.graphline.checker.certificate.RunsByHand;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Table;
import org.graphline.checker.product.Update;
import org.graphline.checker.proof.EndlessRuns.Argument;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Products of which something wrong would be proved if one premise were left out that no small network
/// tells apart; `docs/premises.md` lists them.
class ProofPremisesTest {

  private static Optional<Proof> proof(Product product) {
    return LocalProof.deadlockFree(product, () -> false);
  }

  /// Each goes a long way, then waits for the other for ever: together they have more states than are looked
  /// at.
  @Test
  void whereNothingIsKnownOfTwoNobodyIsAhead() {
    int length = 1 << 10;
    var hand = new ByHand();
    int one = hand.instance(length + 1);
    int other = hand.instance(length + 1);
    for (int i : List.of(one, other)) {
      for (int s = 0; s < length; s++) {
        hand.step(i, s, List.of("on"), List.of(), ByHand.set(i, s + 1));
      }
    }
    int[] always = java.util.stream.IntStream.rangeClosed(0, length).toArray();
    hand.needs(one, length, false, hand.helper(other, always));
    hand.needs(other, length, false, hand.helper(one, always));
    assertThat(proof(hand.product())).isEmpty();
  }

  /// The first waits for both others together: the second one is stuck with it, the third one never keeps
  /// anything away.
  @Test
  void whatAllMustGiveComesOnlyIfNobodyEverKeepsItAway() {
    var hand = new ByHand();
    int one = hand.instance(1);
    int other = hand.instance(1);
    int third = hand.instance(2);
    hand.step(third, 0, List.of("there"), List.of(), ByHand.set(third, 1));
    hand.step(third, 1, List.of("back"), List.of(), ByHand.set(third, 0));
    hand.needs(one, 0, true, hand.helper(other, 0), hand.helper(third));
    hand.needs(other, 0, false, hand.helper(one, 0));
    assertThat(proof(hand.product())).isEmpty();
  }

  /// Whoever checks certificates says the same.
  private static Optional<Argument> excluded(Product product, String leftOut, boolean closed) {
    Optional<Argument> argument = EndlessRuns.excluded(product,
        l -> l instanceof Label.Mark(_, var name) && name.equals(leftOut), closed, () -> false);
    if (closed == leftOut.isEmpty()) {
      assertThat(RunsByHand.isShown(product, closed ? new Property.ShutsDown() : RunsByHand.without(leftOut)))
          .isEqualTo(argument.isPresent());
    }
    return argument;
  }

  /// Only the second letter is ever put on the line, and taken: that goes on for ever without the first one.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStepIsProgressForTheLettersOnlyThatAre(boolean takesFromOneLine) {
    var hand = new ByHand();
    int taker = hand.instance(2);
    int line = hand.field(Field.Kind.LINE, 3);
    int more = hand.field(Field.Kind.LINE, 2);
    hand.step("put", List.of(hand.at(line, 0)), ByHand.set(line, 2));
    var taken = new Update.Via(taker, line, new Table(new int[] {-1, 0, 1}), new Table(new int[] {0, 0}));
    var also = new Update.Via(more, more, new Table(new int[] {0, 0}), new Table(new int[] {0, 0}));
    Update[] updates = takesFromOneLine ? new Update[] {taken, ByHand.set(line, 0)}
        : new Update[] {taken, also, ByHand.set(line, 0)};
    hand.step(-1, 0, List.of("first", "second"), List.of(hand.at(line, 1, 2)), updates);
    assertThat(excluded(hand.product(), "first", false)).isEmpty();
    assertThat(excluded(hand.product(), "put", false)).isPresent();
  }

  /// Once the tray, or the connection, is closed something goes on for ever: what its being closed lets
  /// happen, or what it leads itself.
  @ParameterizedTest
  @CsvSource({"TRAY, true", "TRAY, false", "CONNECTION, true", "CONNECTION, false"})
  void whatWaitsForAClosedTrayMayGoOnOnceItIs(Field.Kind kind, boolean isLed) {
    var hand = new ByHand();
    int one = hand.instance(2);
    int tray = hand.field(kind, 2);
    hand.step("close", List.of(hand.at(tray, 0)), ByHand.set(tray, 1));
    for (int s = 0; s < 2; s++) {
      if (isLed) {
        hand.step(tray, 1, List.of("over"), List.of(hand.at(one, s)), ByHand.set(one, 1 - s));
      } else {
        hand.step("over", List.of(hand.at(one, s), hand.at(tray, 1)), ByHand.set(one, 1 - s));
      }
    }
    assertThat(excluded(hand.product(), "", true)).isEmpty();
    assertThat(excluded(hand.product(), "over", true)).isPresent();
  }
}
