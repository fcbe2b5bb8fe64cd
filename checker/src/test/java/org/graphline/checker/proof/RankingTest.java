package org.graphline.checker.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Product;
import org.graphline.model.semantics.Label;
import org.junit.jupiter.api.Test;

/// What numbers for the values of fields exclude, and what they must not.
class RankingTest {

  /// Returns the names of the steps that some numbers exclude.
  private static List<String> lowering(Product product) {
    List<Firing> firings = product.leads().stream().map(Lead::offers).flatMap(o -> o.getFirst().stream())
        .flatMap(o -> Firing.of(product, -1, 0, o).stream()).toList();
    return Ranking.lowering(firings, new Effort(() -> false)).firings().stream()
        .map(f -> ((Label.Mark) f.offer().labels().getFirst()).name()).toList();
  }

  /// A token more in the one field is one less in the other; two are lost at once in "lose". So each token counts one
  /// half, and with whole numbers some step between the fields would seem to lose one.
  @Test
  void whatGoesThereAndBackLosesNothingThoughHalvesAreRounded() {
    var hand = new ByHand();
    int one = hand.instance(2);
    int two = hand.instance(3);
    hand.step("there", List.of(hand.at(one, 0), hand.at(two, 2)), ByHand.set(one, 1), ByHand.set(two, 1));
    hand.step("back", List.of(hand.at(one, 1), hand.at(two, 1)), ByHand.set(one, 0), ByHand.set(two, 2));
    hand.step("there too", List.of(hand.at(one, 0), hand.at(two, 1)), ByHand.set(one, 1), ByHand.set(two, 0));
    hand.step("back too", List.of(hand.at(one, 1), hand.at(two, 0)), ByHand.set(one, 0), ByHand.set(two, 1));
    hand.step("lose", List.of(hand.at(one, 1), hand.at(two, 1)), ByHand.set(one, 0), ByHand.set(two, 0));
    assertThat(lowering(hand.product())).containsExactly("lose");
  }

  /// "stay" may lower the number of its field, or leave it as it is, again and again.
  @Test
  void aStepLowersASumOnlyIfEachOfItsChangesDoes() {
    var hand = new ByHand();
    int one = hand.instance(2);
    hand.step("lose", List.of(hand.at(one, 0)), ByHand.set(one, 1));
    hand.step("stay", List.of(), ByHand.set(one, 1));
    assertThat(lowering(hand.product())).containsExactly("lose");
  }
}
