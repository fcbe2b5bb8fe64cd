package org.graphline.checker.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.graphline.checker.candidate.Unwanted;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Table;
import org.graphline.checker.product.Update;
import org.junit.jupiter.api.Test;

/// Products of which something wrong would be proved if one premise were left out; `docs/premises.md` lists them.
class StateProofTest {

  private static Unwanted unwanted(int field, int... values) {
    return new Unwanted(List.of(field), IntStream.of(values).mapToObj(List::of).toList());
  }

  private static StateProof.Answer judge(Product product, Unwanted... unwanted) {
    return StateProof.judge(product, List.of(unwanted), () -> false);
  }

  /// An instance that goes from one local state to the next, as far as the last one but one.
  private static int counter(ByHand hand, int size) {
    int instance = hand.instance(size);
    for (int s = 0; s + 2 < size; s++) {
      hand.step(instance, s, List.of("on"), List.of(), ByHand.set(instance, s + 1));
    }
    return instance;
  }

  @Test
  void whatNobodyComesToIsExcludedAndWhatSomebodyComesToIsLeft() {
    var hand = new ByHand();
    int one = counter(hand, 4);
    int other = counter(hand, 4);
    Product product = hand.product();
    assertThat(judge(product, unwanted(one, 3), unwanted(other, 3)).argument()).isPresent();
    assertThat(judge(product, unwanted(one, 3), unwanted(other, 2, 3)).argument()).isEmpty();
    assertThat(judge(product, unwanted(one, 3), unwanted(other, 2, 3)).left()).containsExactly(unwanted(other, 2));
  }

  /// Each goes a long way: together they have more states than are looked at.
  @Test
  void whereNothingIsKnownOfTwoNothingIsExcluded() {
    int length = 1 << 10;
    var hand = new ByHand();
    int one = counter(hand, length + 2);
    int other = counter(hand, length + 2);
    hand.needs(one, 0, false, hand.helper(other, 0));
    assertThat(judge(hand.product(), unwanted(one, length)).argument()).isEmpty();
  }

  /// Two that do the same, of whom one is not to be where both come; and two that do not do the same.
  @Test
  void whatIsKnownOfOneIsKnownOfThoseOnlyWhoAreAlikeAndOfWhomTheSameIsAsked() {
    var hand = new ByHand();
    int one = counter(hand, 4);
    int alike = counter(hand, 4);
    int farther = counter(hand, 4);
    hand.step(farther, 2, List.of("on"), List.of(), ByHand.set(farther, 3));
    Product product = hand.product();
    assertThat(judge(product, unwanted(one, 3), unwanted(alike, 2)).left()).containsExactly(unwanted(alike, 2));
    assertThat(judge(product, unwanted(one, 3), unwanted(farther, 3)).left()).containsExactly(unwanted(farther, 3));
  }

  /// What is taken decides where the taker comes to, and of the two who have the line only the taker is looked at.
  @Test
  void anyLetterMayComeFromALineThatIsNotLookedAt() {
    var hand = new ByHand();
    int taker = hand.instance(3);
    int writer = hand.instance(2);
    int line = hand.field(Field.Kind.LINE, 3);
    hand.step(writer, 0, List.of("put"), List.of(hand.at(line, 0)), ByHand.set(line, 2), ByHand.set(writer, 1));
    hand.step(taker, 0, List.of("first", "second"), List.of(hand.at(line, 1, 2)),
        new Update.Via(taker, line, new Table(new int[] {-1, 0, 1}), new Table(new int[] {1, 2})), ByHand.set(line, 0));
    assertThat(judge(hand.product(), unwanted(taker, 2)).left()).containsExactly(unwanted(taker, 2));
  }

  @Test
  void whoIsWhereItMustNotBeFromTheStartIsNotProvedNeverToBe() {
    var hand = new ByHand();
    int one = hand.instance(2);
    hand.instance(2);
    Product product = hand.product();
    var elsewhere = new Product(product.instances(), product.fields(), List.of(1, 0), product.leads(),
        product.standings(), product.closing(), product.patient(), product.labels());
    assertThat(judge(product, unwanted(one, 1)).argument()).isPresent();
    assertThat(judge(elsewhere, unwanted(one, 1)).argument()).isEmpty();
  }

  /// Three are at the end of their ways together only after more states than are looked at.
  @Test
  void whatIsTooFarAwayToBeSeenIsLeft() {
    var hand = new ByHand();
    List<Integer> three = List.of(counter(hand, 30), counter(hand, 30), counter(hand, 30));
    counter(hand, 3);
    var end = new Unwanted(three, List.of(List.of(28, 28, 28)));
    assertThat(judge(hand.product(), end).left()).containsExactly(end);
  }

  /// More than are looked for one by one.
  @Test
  void whatIsNotKnownToBePossibleIsLeftAsWell() {
    var hand = new ByHand();
    int many = counter(hand, 40);
    int[] all = IntStream.range(0, 39).toArray();
    Product product = hand.product();
    assertThat(judge(product, unwanted(many, all)).left()).singleElement()
        .satisfies(u -> assertThat(u.values()).hasSize(39));
    assertThat(judge(product, unwanted(many, IntStream.range(0, 40).toArray())).argument()).isEmpty();
  }

  /// Neither alone is seen to be where it must not be while the other is: both are at 1 together only if they go there
  /// by turns, which they cannot.
  @Test
  void ofValuesTogetherAllMustBeHadAtOnce() {
    var hand = new ByHand();
    int one = hand.instance(2);
    int other = hand.instance(2);
    for (int from = 0; from < 2; from++) {
      hand.step(one, from, List.of("turn"), List.of(hand.at(other, 0)), ByHand.set(one, 1 - from));
      hand.step(other, from, List.of("turn"), List.of(hand.at(one, 0)), ByHand.set(other, 1 - from));
    }
    var both = new Unwanted(List.of(one, other), List.of(List.of(1, 1)));
    var either = new Unwanted(List.of(one, other), List.of(List.of(1, 1), List.of(1, 0)));
    assertThat(judge(hand.product(), both).argument()).contains("local reachability, 1 pair of neighbors");
    assertThat(judge(hand.product(), either).left())
        .containsExactly(new Unwanted(List.of(one, other), List.of(List.of(1, 0))));
  }

  @Test
  void nothingIsProvedOnceItIsCalledOff() {
    var hand = new ByHand();
    int one = counter(hand, 4);
    counter(hand, 4);
    assertThat(StateProof.judge(hand.product(), List.of(unwanted(one, 3)), () -> true).argument()).isEmpty();
  }
}
