package org.graphline.checker.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.graphline.checker.RandomNetworks;
import org.graphline.checker.certificate.Runs.Change;
import org.graphline.checker.certificate.Runs.Local;
import org.graphline.checker.certificate.Runs.Sum;
import org.graphline.checker.certificate.Runs.Weight;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.checker.product.Table;
import org.graphline.checker.product.Update;
import org.graphline.checker.proof.ByHand;
import org.graphline.checker.space.Letters;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.model.network.Instance;
import org.graphline.model.network.Network;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.EventSet.Pattern;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import org.graphline.model.value.Value;
import org.junit.jupiter.api.Test;

/// Rounds that would show that runs end which do not, if a premise were left out; `docs/premises.md` lists them.
class RunPremisesTest {
  private static final long NETWORKS = 60;
  private static final Property ENDS = RunsByHand.without("");

  private static Local changes(Change... changes) {
    return new Local(List.of(changes), List.of());
  }

  private static Local values(Runs.Value... values) {
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
    assertThat(RunsByHand.isShown(hand.product(), ENDS, values(new Runs.Value(one, 0)))).isFalse();
    assertThat(RunsByHand.isShown(hand.product(), ENDS, values(new Runs.Value(one, 0), new Runs.Value(one, 1)))).isFalse();
    assertThat(RunsByHand.isShown(hand.product(), RunsByHand.without("on"), values(new Runs.Value(one, 0)))).isTrue();
  }

  /// The one value goes, but not the other one, at which something goes on for ever.
  @Test
  void aFieldHasAnotherValueForEver() {
    var hand = new ByHand();
    int one = hand.instance(2);
    hand.step(one, 0, List.of("on"), List.of(), ByHand.set(one, 1));
    hand.step(one, 1, List.of("stay"), List.of(), ByHand.set(one, 1));
    assertThat(RunsByHand.isShown(hand.product(), RunsByHand.without("on"))).isFalse();
    assertThat(RunsByHand.isShown(hand.product(), RunsByHand.without("on"), values(new Runs.Value(one, 0)))).isFalse();
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

  private static Product halves() {
    var hand = new ByHand();
    int one = hand.instance(2);
    int two = hand.instance(3);
    hand.step("there", List.of(hand.at(one, 0), hand.at(two, 2)), ByHand.set(one, 1), ByHand.set(two, 1));
    hand.step("back", List.of(hand.at(one, 1), hand.at(two, 1)), ByHand.set(one, 0), ByHand.set(two, 2));
    hand.step("there too", List.of(hand.at(one, 0), hand.at(two, 1)), ByHand.set(one, 1), ByHand.set(two, 0));
    hand.step("back too", List.of(hand.at(one, 1), hand.at(two, 0)), ByHand.set(one, 0), ByHand.set(two, 1));
    hand.step("lose", List.of(hand.at(one, 1), hand.at(two, 1)), ByHand.set(one, 0), ByHand.set(two, 0));
    return hand.product();
  }

  /// There and back again for ever: numbers that lower the sum on the way back raise it on the way there.
  @Test
  void noStepMayRaiseASum() {
    Product product = halves();
    for (int[] numbers : List.of(new int[] {1, 0, 1}, new int[] {1, 1, 2}, new int[] {2, 1, 3},
        new int[] {1, 2, 1}, new int[] {3, 1, 2})) {
      var weights = new ArrayList<Weight>();
      weights.add(new Weight(0, 1, numbers[0]));
      IntStream.range(1, 3).filter(v -> numbers[v] > 0).forEach(v -> weights.add(new Weight(1, v, numbers[v])));
      subsets(5).forEach(lowered -> assertThat(RunsByHand.isShown(product, RunsByHand.without("lose"),
          new Sum(weights, lowered))).as(weights + " " + lowered).isFalse());
    }
    assertThat(RunsByHand.isShown(product, ENDS,
        new Sum(List.of(new Weight(0, 1, 1), new Weight(1, 1, 1), new Weight(1, 2, 2)), List.of(4)))).isFalse();
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
      subsets(3).forEach(lowered -> assertThat(RunsByHand.isShown(hand.product(), ENDS,
          new Sum(List.of(new Weight(field, 1, 1)), lowered),
          changes(new Change(one, 0, 1), new Change(two, 0, 1)))).as(field + " " + lowered).isFalse());
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

  /// Every label of random networks, held against each place where something may happen.
  @Test
  void whatIsProgressIsToldAsTheModelTellsIt() throws Exception {
    int progress = 0;
    int lettersTold = 0;
    for (long seed = 1; seed <= NETWORKS; seed++) {
      Network network = RandomNetworks.seeded(seed).network();
      var whole = new NetworkStateSpace(Semantics.of(network, Timers.ANY));
      Product product = product(network);
      var leftOut = new LeftOut(network, product);
      List<Way> ways = Way.all(product);
      List<Value> letters = ways.stream().flatMap(w -> w.labels().stream()).flatMap(l -> Letters.of(l).stream())
          .distinct().limit(3).toList();
      for (Pattern place : places(network, ways)) {
        for (Way way : ways) {
          boolean isThere = way.labels().stream().allMatch(l -> whole.matches(place, l));
          assertThat(leftOut.is(new Property.LivelockFree(new EventSet("", List.of(place), Optional.empty())), way))
              .as("seed " + seed + ": " + place + " " + way.labels()).isEqualTo(isThere);
          progress += isThere ? 1 : 0;
          for (Value letter : letters) {
            boolean isLetter = isThere
                && way.labels().stream().allMatch(l -> Letters.of(l).equals(Optional.of(letter)));
            assertThat(leftOut.is(new Property.LivelockFree(new EventSet("", List.of(place), Optional.of(letter))),
                way)).as("seed " + seed + ": " + letter + " " + place + " " + way.labels()).isEqualTo(isLetter);
            lettersTold += isThere && !isLetter ? 1 : 0;
          }
        }
      }
    }
    assertThat(progress).isGreaterThan(1000);
    assertThat(lettersTold).isPositive();
  }

  private static Product product(Network network) {
    try {
      return Products.of(Semantics.of(network, Timers.ANY), Timers.ANY).product();
    } catch (Unsupported e) {
      throw new AssertionError(e);
    }
  }

  private static List<Pattern> places(Network network, List<Way> ways) {
    var all = new ArrayList<Pattern>();
    network.lines().forEach(l -> {
      all.add(new Pattern.AtTray(l.id()));
      l.writers().forEach(e -> all.add(new Pattern.AtEnd(e)));
      l.readers().forEach(e -> all.add(new Pattern.AtEnd(e)));
    });
    network.connections().forEach(c -> {
      all.add(new Pattern.AtConnection(c.id()));
      c.client().ifPresent(e -> all.add(new Pattern.AtEnd(e)));
      c.server().ifPresent(e -> all.add(new Pattern.AtEnd(e)));
    });
    ways.stream().flatMap(w -> w.labels().stream()).filter(Label.Mark.class::isInstance).map(Label.Mark.class::cast)
        .distinct().forEach(m -> network.instances().stream().map(Instance::id)
            .forEach(i -> all.add(new Pattern.AtMark(i, m.name()))));
    return all;
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
}
