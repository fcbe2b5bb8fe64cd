package org.graphline.checker.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.graphline.checker.certificate.Runs.Change;
import org.graphline.checker.certificate.Runs.Local;
import org.graphline.checker.certificate.Runs.Sum;
import org.graphline.checker.certificate.Runs.Value;
import org.graphline.checker.certificate.Runs.Weight;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.checker.product.Table;
import org.graphline.checker.product.Update;
import org.graphline.checker.proof.ByHand;
import org.graphline.checker.proof.Certifier;
import org.graphline.model.network.Network;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import org.junit.jupiter.api.Test;

/// Rounds that would show that runs end which do not, if a premise were left out; `docs/premises.md` lists
/// them.
class RunPremisesTest {
  private static final Property ENDS = RunsByHand.without("");

  private static Local changes(Change... changes) {
    return new Local(List.of(changes), List.of());
  }

  private static Local values(Value... values) {
    return new Local(List.of(), List.of(values));
  }

  @Test
  void whatIsOnACycleIsNotTakenAway() {
    var hand = new ByHand();
    int one = hand.instance(3);
    hand.step(one, 0, List.of("on"), List.of(), ByHand.set(one, 1));
    hand.step(one, 1, List.of("further"), List.of(), ByHand.set(one, 2));
    hand.step(one, 2, List.of("back"), List.of(), ByHand.set(one, 0));
    Product product = hand.product();
    for (int from = 0; from < 3; from++) {
      assertThat(RunsByHand.isShown(product, ENDS, changes(new Change(one, from, (from + 1) % 3)))).isFalse();
    }
    assertThat(RunsByHand.isShown(product, ENDS)).isFalse();
    assertThat(RunsByHand.isShown(product, RunsByHand.without("on"),
        changes(new Change(one, 1, 2), new Change(one, 2, 0)))).isTrue();
  }

  @Test
  void whatStaysWhereItIsIsOnACycle() {
    var hand = new ByHand();
    int one = hand.instance(1);
    hand.step(one, 0, List.of("stay"), List.of(), ByHand.set(one, 0));
    assertThat(RunsByHand.isShown(hand.product(), ENDS, changes(new Change(one, 0, 0)))).isFalse();
    assertThat(RunsByHand.isShown(hand.product(), ENDS)).isFalse();
  }

  /// Of three changes of the line one is made again and again.
  @Test
  void aStepGoesOnWithOneOfItsChanges() {
    var hand = new ByHand();
    hand.instance(1);
    int line = hand.field(Field.Kind.LINE, 3);
    hand.step("empty", List.of(), ByHand.set(line, 0));
    assertThat(RunsByHand.isShown(hand.product(), ENDS, changes(new Change(line, 1, 0), new Change(line, 2, 0))))
        .isFalse();
    assertThat(RunsByHand.isShown(hand.product(), ENDS)).isFalse();
  }

  @Test
  void aValueIsLeftWhereWhatIsOwedMayBeTaken() {
    var hand = new ByHand();
    int one = hand.instance(2);
    hand.step(one, 0, List.of("on"), List.of(), ByHand.set(one, 1));
    hand.step(one, 1, List.of("back"), List.of(), ByHand.set(one, 0));
    assertThat(RunsByHand.isShown(hand.product(), ENDS, values(new Value(one, 0)))).isFalse();
    assertThat(RunsByHand.isShown(hand.product(), ENDS, values(new Value(one, 0), new Value(one, 1)))).isFalse();
    assertThat(RunsByHand.isShown(hand.product(), RunsByHand.without("on"), values(new Value(one, 0)))).isTrue();
  }

  /// The one value goes, but not the other one, at which something goes on for ever.
  @Test
  void aFieldHasAnotherValueForEver() {
    var hand = new ByHand();
    int one = hand.instance(2);
    hand.step(one, 0, List.of("on"), List.of(), ByHand.set(one, 1));
    hand.step(one, 1, List.of("stay"), List.of(), ByHand.set(one, 1));
    assertThat(RunsByHand.isShown(hand.product(), RunsByHand.without("on"))).isFalse();
    assertThat(RunsByHand.isShown(hand.product(), RunsByHand.without("on"), values(new Value(one, 0)))).isFalse();
    assertThat(RunsByHand.isShown(hand.product(), RunsByHand.without("stay"))).isTrue();
  }

  /// Of two letters one is progress; a taker that never gets it goes on for ever.
  @Test
  void whatIsOwedMayBeTakenWithAnotherLetter() {
    var hand = new ByHand();
    int one = hand.instance(1);
    int line = hand.field(Field.Kind.LINE, 2);
    hand.step(one, 0, List.of("first", "second"), List.of(),
        new Update.Via(one, line, new Table(new int[] {1, 0}), new Table(new int[] {0, 0})));
    assertThat(RunsByHand.isShown(hand.product(), RunsByHand.without("first"))).isFalse();
    assertThat(RunsByHand.isShown(hand.product(), RunsByHand.without("second"))).isFalse();
  }

  /// Two fields take the letter each in its own way, so nothing is said of it: any may come.
  @Test
  void anyLetterMayComeWhereSeveralAreTaken() {
    var hand = new ByHand();
    int one = hand.instance(2);
    int line = hand.field(Field.Kind.LINE, 2);
    int more = hand.field(Field.Kind.LINE, 1);
    hand.step(one, 0, List.of("take"), List.of(),
        new Update.Via(one, line, new Table(new int[] {1, 0}), new Table(new int[] {1, 0})),
        new Update.Via(more, line, new Table(new int[] {0, 1}), new Table(new int[] {0, 0})));
    assertThat(RunsByHand.isShown(hand.product(), ENDS)).isFalse();
  }

  /// One part of a condition needs an open tray, the other one does not.
  @Test
  void oneOfTwoConditionsIsEnoughOnceTraysAreClosed() {
    var hand = new ByHand();
    int one = hand.instance(2);
    int tray = hand.field(Field.Kind.TRAY, 2);
    for (int s = 0; s < 2; s++) {
      hand.either("on", List.of(hand.at(tray, 0), hand.at(one, s)), ByHand.set(one, 1 - s));
    }
    assertThat(RunsByHand.isShown(hand.product(), new Property.ShutsDown())).isFalse();
  }

  /// An outcome that asks for more, or that another field leads, may be chosen for ever.
  @Test
  void everyOutcomeOfAChoiceCounts() {
    for (boolean isLedElsewhere : List.of(true, false)) {
      var hand = new ByHand();
      int one = hand.instance(2);
      int other = hand.instance(1);
      hand.outcome(one, 0, "leave", List.of(), ByHand.set(one, 1));
      if (isLedElsewhere) {
        hand.outcome(other, 0, "stay", List.of(hand.at(one, 0)), ByHand.set(one, 0));
      } else {
        hand.outcome(one, 0, "stay", List.of(hand.at(other, 0)), ByHand.set(one, 0));
      }
      assertThat(RunsByHand.isShown(hand.product(), RunsByHand.without("leave"))).isFalse();
    }
  }

  @Test
  void whatAllOutcomesLeadAwayFromIsLeft() {
    var hand = new ByHand();
    int one = hand.instance(2);
    hand.outcome(one, 0, "leave", List.of(), ByHand.set(one, 1));
    hand.outcome(one, 0, "leave", List.of(), ByHand.set(one, 0));
    assertThat(RunsByHand.isShown(hand.product(), RunsByHand.without("leave"))).isTrue();
  }

  /// Letters are put on a line and dropped again, for ever.
  @Test
  void lettersMayBeDropped() {
    var hand = new ByHand();
    int one = hand.instance(2);
    int line = hand.field(Field.Kind.LINE, 2);
    hand.step(one, 1, List.of("put"), List.of(hand.at(line, 0)), ByHand.set(one, 0), ByHand.set(line, 1));
    hand.step(one, 0, List.of("drop"), List.of(), ByHand.set(one, 1),
        new Update.Clear(line, List.of(hand.at(one, 1))));
    assertThat(RunsByHand.isShown(hand.product(), ENDS)).isFalse();
  }

  /// A letter is put on a line once and stays there, as another reader has not left.
  @Test
  void lettersMayBeKept() {
    var hand = new ByHand();
    int one = hand.instance(2);
    int other = hand.instance(2);
    int line = hand.field(Field.Kind.LINE, 3);
    hand.step(one, 0, List.of("put"), List.of(hand.at(line, 0)), ByHand.set(one, 1), ByHand.set(line, 2));
    hand.step("look", List.of(hand.at(line, 2)), new Update.Clear(line, List.of(hand.at(other, 1))));
    assertThat(RunsByHand.isShown(hand.product(), ENDS)).isFalse();
  }

  /// A letter is added to any number of them, and one is taken: from 2 to 1 and back.
  @Test
  void allThatATableSaysMayBecomeOfAValue() {
    var hand = new ByHand();
    hand.instance(1);
    int line = hand.field(Field.Kind.LINE, 3);
    hand.step("add", List.of(), new Update.Map(line, new Table(new int[] {1, 2, -1})));
    hand.step("take", List.of(hand.at(line, 2)), new Update.Map(line, new Table(new int[] {-1, 0, 1})));
    assertThat(RunsByHand.isShown(hand.product(), ENDS)).isFalse();
    assertThat(RunsByHand.isShown(hand.product(), RunsByHand.without("take"))).isTrue();
  }

  /// There and back again for ever: numbers that lower the sum on the way back raise it on the way there, by
  /// one or more.
  @Test
  void noStepMayRaiseASum() {
    var hand = new ByHand();
    int one = hand.instance(2);
    int two = hand.instance(2);
    hand.step("there", List.of(hand.at(one, 0), hand.at(two, 1)), ByHand.set(one, 1), ByHand.set(two, 0));
    hand.step("back", List.of(hand.at(one, 1), hand.at(two, 0)), ByHand.set(one, 0), ByHand.set(two, 1));
    for (int field : List.of(one, two)) {
      for (int value = 0; value < 2; value++) {
        for (int number = 1; number <= 3; number++) {
          var weights = List.of(new Weight(field, value, number));
          assertThat(RunsByHand.isShown(hand.product(), ENDS, weights)).isFalse();
          for (int lowered = 0; lowered < 2; lowered++) {
            assertThat(RunsByHand.isShown(hand.product(), ENDS, new Sum(weights, List.of(lowered)),
                changes(new Change(one, 1 - lowered, lowered), new Change(two, lowered, 1 - lowered)))).isFalse();
            assertThat(RunsByHand.isShown(hand.product(), ENDS, new Sum(weights, List.of(lowered)),
                changes(new Change(one, lowered, 1 - lowered), new Change(two, 1 - lowered, lowered)))).isFalse();
          }
        }
      }
    }
  }

  /// All numbers from 0 to `size - 1` or some of them.
  private static Stream<List<Integer>> subsets(int size) {
    return IntStream.range(1, 1 << size).mapToObj(set -> IntStream.range(0, size).filter(i -> (set >> i & 1) == 1)
        .boxed().toList());
  }

  /// What is lowered in a field that others raise.
  @Test
  void aSumIsOneOfAllFields() {
    var hand = new ByHand();
    int one = hand.instance(2);
    int two = hand.instance(2);
    hand.step("both", List.of(hand.at(one, 0), hand.at(two, 0)), ByHand.set(one, 1), ByHand.set(two, 1));
    hand.step("one", List.of(hand.at(one, 1)), ByHand.set(one, 0));
    hand.step("two", List.of(hand.at(two, 1)), ByHand.set(two, 0));
    for (int field : List.of(one, two)) {
      assertThat(RunsByHand.isShown(hand.product(), ENDS, List.of(new Weight(field, 1, 1)))).isFalse();
      int other = one + two - field;
      subsets(3).forEach(lowered -> assertThat(RunsByHand.isShown(hand.product(), ENDS,
          new Sum(List.of(new Weight(field, 1, 1)), lowered), changes(new Change(field, 0, 1)),
          changes(new Change(other, 1, 0)))).as(field + " " + lowered).isFalse());
    }
  }

  /// "stay" may lower the number of its field, or leave it as it is, again and again.
  @Test
  void aStepLowersASumOnlyIfEachOfItsChangesDoes() {
    var hand = new ByHand();
    int one = hand.instance(2);
    hand.step("lose", List.of(hand.at(one, 0)), ByHand.set(one, 1));
    hand.step("stay", List.of(), ByHand.set(one, 1));
    subsets(2).forEach(lowered -> assertThat(RunsByHand.isShown(hand.product(), ENDS,
        new Sum(List.of(new Weight(one, 0, 1)), lowered))).isFalse());
  }

  /// The one step that lowers the sum is taken away, and no other one.
  @Test
  void whatKeepsASumGoesOn() {
    var hand = new ByHand();
    int one = hand.instance(3);
    hand.step("lose", List.of(hand.at(one, 0)), ByHand.set(one, 1));
    hand.step("on", List.of(hand.at(one, 1)), ByHand.set(one, 2));
    hand.step("back", List.of(hand.at(one, 2)), ByHand.set(one, 1));
    var weights = List.of(new Weight(one, 0, 1));
    subsets(3).forEach(lowered -> assertThat(RunsByHand.isShown(hand.product(), ENDS, new Sum(weights, lowered)))
        .isFalse());
    assertThat(RunsByHand.isShown(hand.product(), RunsByHand.without("on"), new Sum(weights, List.of(0)),
        changes(new Change(one, 2, 1)))).isTrue();
  }

  /// A letter that the environment never gives keeps it from being over.
  @Test
  void whatIsOpenNeedNotTerminate() {
    Network network = DeadlockPremisesTest.elaborate("""
        component Keeper { in i: signal;  run { repeat { receive from i;  stop; } } }
        graph G { in t: signal;  a = Keeper();  t -> a.i; }
        check G { deadlock free; }
        """).network().orElseThrow();
    assertThat(Forged.isAccepted(network, Timers.ANY, new Property.ShutsDown())).isTrue();
    assertThat(Forged.isAccepted(network, Timers.ANY, new Property.Terminates())).isFalse();
  }

  @Test
  void aPartThatWhatIsClaimedDoesNotRestOnIsRefused() throws Refused {
    Network network = DeadlockPremisesTest.elaborate("""
        component Emits { out o: signal;  run { repeat { send to o; } } }
        component Absorbs { in i: signal;  run { repeat { receive from i; } } }
        graph G { a = Emits();  b = Absorbs();  a.o -> b.i; }
        check G { livelock free progress on b.i; }
        """).network().orElseThrow();
    Product product = product(network);
    var progress = new Property.LivelockFree(new EventSet("b.i",
        List.of(new EventSet.Pattern.AtEnd(network.lines().getFirst().readers().getFirst())), Optional.empty()));
    Optional<Runs> runs = Forged.of(network, product, progress, List.of()).runs();
    Optional<Certificate> deadlock = Certifier.deadlockFree(product, () -> false);
    ClaimVerifier.verify(network, product, progress, new Evidence(Optional.empty(), runs));
    ClaimVerifier.verify(network, product, new Property.DeadlockFree(), new Evidence(deadlock, Optional.empty()));
    for (Property claim : List.of(progress, new Property.DeadlockFree())) {
      for (Evidence other : List.of(new Evidence(deadlock, runs), new Evidence(Optional.empty(), Optional.empty()))) {
        assertThatThrownBy(() -> ClaimVerifier.verify(network, product, claim, other)).isInstanceOf(Refused.class)
            .hasMessageContaining("a part");
      }
    }
    assertThatThrownBy(() -> ClaimVerifier.verify(network, product, new Property.ErrorFree(),
        new Evidence(deadlock, runs))).isInstanceOf(Refused.class);
  }

  private static Product product(Network network) {
    try {
      return Products.of(Semantics.of(network, Timers.ANY), Timers.ANY).product();
    } catch (Unsupported e) {
      throw new AssertionError(e);
    }
  }
}
