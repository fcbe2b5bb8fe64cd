package org.graphline.checker.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.graphline.checker.packed.RandomProducts;

class TrimmingProperties {
  private static final int MOST_STATES = 200;

  @Property(tries = 60)
  void keepsEveryStepOfEveryReachableState(@ForAll long seed) {
    Product product = RandomProducts.seeded(seed);
    var trimming = new Trimming(product);
    var whole = new NaiveProduct(product);
    var trimmed = new NaiveProduct(trimming.of(product));
    Set<List<Integer>> seen = new HashSet<>();
    List<int[]> open = new ArrayList<>(List.of(whole.initial()));
    assertThat(trimmed.initial()).isEqualTo(numbered(trimming, whole.initial()));
    for (int i = 0; i < open.size() && i < MOST_STATES; i++) {
      int[] values = open.get(i);
      List<NaiveProduct.Taken> steps = whole.steps(values);
      List<NaiveProduct.Taken> kept = trimmed.steps(numbered(trimming, values));
      assertThat(kept.stream().map(TrimmingProperties::told).toList()).containsExactlyElementsOf(
          steps.stream().map(t -> told(new NaiveProduct.Taken(t.offer(), t.letter(),
              numbered(trimming, t.target())))).toList());
      assertThat(trimmed.stuck(numbered(trimming, values), kept)).isEqualTo(whole.stuck(values, steps));
      steps.stream().map(NaiveProduct.Taken::target)
          .filter(t -> seen.add(Arrays.stream(t).boxed().toList())).forEach(open::add);
    }
  }

  private static int[] numbered(Trimming trimming, int[] values) {
    return IntStream.range(0, values.length).map(i -> trimming.number(i, values[i])).toArray();
  }

  private static String told(NaiveProduct.Taken taken) {
    return taken.offer().labels().get(taken.letter()) + " " + Arrays.toString(taken.target());
  }
}
