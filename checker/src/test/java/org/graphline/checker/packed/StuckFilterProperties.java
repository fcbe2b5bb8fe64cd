package org.graphline.checker.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;

class StuckFilterProperties {

  @Property(tries = 100)
  void findsTheGreatestGroup(@ForAll long seed) {
    Product product = RandomProducts.seeded(seed);
    Packing packing = Packing.of(product.fields());
    var tables = new StuckTables(product, packing);
    var filter = new StuckFilter(tables);
    var random = new Random(seed);
    for (long[] state : Walks.random(product, packing, seed, 50)) {
      long[] moved = new long[tables.setWords];
      random.ints(random.nextInt(1 + product.instances()), 0, product.instances())
          .forEach(i -> moved[i / Long.SIZE] |= 1L << i);
      assertThat(filter.isPossible(state, 0, moved))
          .isEqualTo(isAnyoneStuck(product, packing.decode(state, 0), moved));
    }
  }

  private static boolean isAnyoneStuck(Product product, int[] values, long[] moved) {
    Set<Integer> stuck = new HashSet<>();
    for (int i = 0; i < product.instances(); i++) {
      if ((moved[i / Long.SIZE] >>> i & 1) == 0 && at(product, values, i).isLive()) {
        stuck.add(i);
      }
    }
    boolean changed = true;
    while (changed) {
      changed = stuck.removeIf(
          i -> at(product, values, i).needs().stream().anyMatch(n -> canCome(n, values, stuck)));
    }
    return stuck.stream().anyMatch(i -> !at(product, values, i).rests());
  }

  private static Standing at(Product product, int[] values, int instance) {
    return product.standings().get(instance).get(values[instance]);
  }

  private static boolean canCome(Standing.Need need, int[] values, Set<Integer> stuck) {
    var supporters = need.supporters().stream().filter(s -> s.atom().holds(values[s.atom().field()]));
    return need.environment().stream().anyMatch(a -> a.holds(values[a.field()]))
        || (need.all() ? supporters.noneMatch(s -> stuck.contains(s.instance()))
            : supporters.anyMatch(s -> !stuck.contains(s.instance())));
  }
}
