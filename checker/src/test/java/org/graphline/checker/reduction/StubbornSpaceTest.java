package org.graphline.checker.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphline.checker.packed.Interest;
import org.graphline.checker.packed.Stepper;
import org.graphline.checker.packed.Walks;
import org.graphline.checker.product.NaiveProduct;
import org.graphline.checker.product.Product;
import org.junit.jupiter.api.Test;

class StubbornSpaceTest {

  private static StubbornSpace space(Product product) {
    return new StubbornSpace(new StubbornSets(product, Demand.NOTHING_MORE), new Interest(true, List.of()),
        Optional.empty());
  }

  @Test
  void passesOverStatesWithOneStep() {
    Product table = Families.philosophers(6, true);
    int kept = StubbornSearch.explore(new StubbornSets(table, Demand.NOTHING_MORE), (_, _, _) -> false,
        Integer.MAX_VALUE, () -> false).states();
    assertThat(Walks.reachable(space(table), Integer.MAX_VALUE)).hasSizeLessThan(kept);
  }

  @Test
  void finishesTheStepsItPassesOver() {
    Product table = Families.philosophers(5, false);
    var naive = new NaiveProduct(table);
    StubbornSpace space = space(table);
    Stepper stepper = space.stepper(true);
    Set<List<Integer>> checked = new HashSet<>();
    for (long[] state : Walks.reachable(space, Integer.MAX_VALUE)) {
      int count = stepper.steps(state, 0);
      for (int i = 0; i < count; i++) {
        int label = stepper.labels[i];
        var path = new ArrayList<long[]>(List.of(state));
        path.addAll(space.expand(state, Walks.target(stepper, space.words(), i), l -> l == label));
        for (int at = 1; at < path.size(); at++) {
          int[] next = space.packing().decode(path.get(at), 0);
          assertThat(naive.steps(space.packing().decode(path.get(at - 1), 0)))
              .anyMatch(t -> Arrays.equals(t.target(), next));
          checked.add(Arrays.stream(next).boxed().toList());
        }
      }
    }
    assertThat(checked).hasSizeGreaterThan(20);
  }
}
