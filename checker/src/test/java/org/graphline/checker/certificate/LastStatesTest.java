package org.graphline.checker.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Product;
import org.graphline.checker.proof.ByHand;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.property.Property;
import org.graphline.model.source.Span;
import org.graphline.model.term.Graph;
import org.graphline.model.value.DataType;
import org.graphline.model.value.QualifiedName;
import org.junit.jupiter.api.Test;

/// Letters that nobody need take where nothing else happens any more: two readers, who rest in two local states each,
/// somebody else, and a line with up to two letters.
class LastStatesTest {
  private static final int ONE = 0;
  private static final int TWO = 1;
  private static final int OTHER = 2;
  private static final int LINE = 3;

  private static Product product(Consumer<ByHand> steps) {
    var hand = new ByHand();
    List.of(ONE, TWO).forEach(reader -> {
      hand.instance(2);
      hand.rest(reader, 0);
      hand.rest(reader, 1);
    });
    hand.instance(1);
    hand.field(Field.Kind.LINE, 3);
    steps.accept(hand);
    return hand.product();
  }

  private static boolean isOver(List<Integer> readers, Consumer<ByHand> steps) {
    var line = new Line(LINE, Graph.Overflow.WAIT, 2, List.of(), readers.stream().map(r -> new End(r, 0)).toList(),
        Optional.empty(), new DataType.Signal(), false, Span.BUILT_IN);
    var network = new Network(new QualifiedName("", "Hand"), List.of(), List.of(), Collections.nCopies(LINE + 1, line),
        List.of(), List.of(), List.of());
    try {
      LastStates.check(network, product(steps), new Property.ShutsDown());
      return true;
    } catch (Refused _) {
      return false;
    }
  }

  private static void takes(ByHand hand, int reader, int state, int... letters) {
    hand.step(reader, state, List.of("take"), List.of(hand.at(LINE, letters)), ByHand.set(LINE, 0));
  }

  @Test
  void whatEachReaderTakesIsNotLeft() {
    assertThat(isOver(List.of(ONE), hand -> List.of(0, 1).forEach(s -> takes(hand, ONE, s, 1, 2)))).isTrue();
    assertThat(isOver(List.of(ONE, TWO), hand -> List.of(ONE, TWO).forEach(r ->
        List.of(0, 1).forEach(s -> takes(hand, r, s, 1, 2))))).isTrue();
    assertThat(isOver(List.of(ONE, TWO), hand -> List.of(0, 1).forEach(s -> takes(hand, ONE, s, 1, 2)))).isFalse();
    assertThat(isOver(List.of(ONE, TWO), hand -> List.of(0, 1).forEach(s -> takes(hand, TWO, s, 1, 2)))).isFalse();
  }

  @Test
  void aReaderTakesWhateverItRestsIn() {
    for (int state = 0; state < 2; state++) {
      int only = state;
      assertThat(isOver(List.of(ONE), hand -> takes(hand, ONE, only, 1, 2))).isFalse();
    }
  }

  @Test
  void aReaderTakesEachLetter() {
    for (int letter = 1; letter < 3; letter++) {
      int only = letter;
      assertThat(isOver(List.of(ONE), hand -> List.of(0, 1).forEach(s -> takes(hand, ONE, s, only)))).isFalse();
    }
  }

  @Test
  void aReaderThatNeedsMoreNeedNotTake() {
    assertThat(isOver(List.of(ONE), hand -> List.of(0, 1).forEach(s -> hand.step(ONE, s, List.of("take"),
        List.of(hand.at(LINE, 1, 2), hand.at(OTHER, 0)), ByHand.set(LINE, 0))))).isFalse();
    assertThat(isOver(List.of(ONE), hand -> hand.step("take", List.of(hand.at(LINE, 1, 2)), ByHand.set(LINE, 0))))
        .isFalse();
  }

  @Test
  void theEnvironmentNeedNotSeeToIt() {
    assertThat(isOver(List.of(ONE), hand -> List.of(0, 1).forEach(s -> hand.free(ONE, s, "take",
        List.of(hand.at(LINE, 1, 2)), ByHand.set(LINE, 0))))).isFalse();
  }
}
