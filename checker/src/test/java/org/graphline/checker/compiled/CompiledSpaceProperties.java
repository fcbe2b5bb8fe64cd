package org.graphline.checker.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.graphline.checker.packed.Interest;
import org.graphline.checker.packed.InterpretedSpace;
import org.graphline.checker.packed.RandomProducts;
import org.graphline.checker.packed.Stepper;
import org.graphline.checker.packed.Walks;
import org.graphline.checker.product.Product;

class CompiledSpaceProperties {

  @Property(tries = 40)
  void saysTheSameAsTheInterpreter(@ForAll long seed) {
    Product product = RandomProducts.seeded(seed);
    compare(product, seed, Sizes.of(product.leads().size()));
  }

  @Property(tries = 40)
  void saysTheSameHoweverItIsLaidOut(@ForAll long seed, @ForAll @IntRange(max = 2000) int lead,
      @ForAll @IntRange(min = 1, max = 1000) int method, @ForAll @IntRange(min = 2, max = 10) int calls) {
    compare(RandomProducts.seeded(seed), seed, new Sizes(lead, method, calls));
  }

  private static void compare(Product product, long seed, Sizes sizes) {
    var interest = new Interest(seed % 3 != 0, RandomProducts.watches(product, seed));
    var interpreted = new InterpretedSpace(product, interest);
    var compiled = new CompiledSpace(product, interest, sizes);
    List<long[]> states = new ArrayList<>(Walks.reachable(interpreted, 200));
    states.addAll(Walks.random(product, interpreted.packing(), seed, 200));
    Stepper expected = interpreted.stepper(true);
    Stepper labeled = compiled.stepper(true);
    Stepper unlabeled = compiled.stepper(false);
    int words = interpreted.words();
    for (long[] state : states) {
      Walks.Said said = Walks.said(expected, words, state);
      assertThat(Walks.said(labeled, words, state)).isEqualTo(said);
      int filled = words * unlabeled.steps(state, 0);
      assertThat(filled).isEqualTo(words * labeled.steps(state, 0));
      assertThat(Arrays.copyOf(unlabeled.targets, filled)).isEqualTo(Arrays.copyOf(labeled.targets, filled));
      assertThat(unlabeled.suspicious).isEqualTo(labeled.suspicious);
      assertThat(unlabeled.uncounted).isEqualTo(labeled.uncounted);
    }
  }
}
