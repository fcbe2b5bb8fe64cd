package org.graphline.checker.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.graphline.checker.RandomNetworks;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.NaiveProduct;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.checker.product.Table;
import org.graphline.checker.product.Update;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VicinityTest {
  private static final long NETWORKS = 250;
  private static final int MOST_STATES = 80;

  /// What happens in a random network, near its start, is looked at through each component and each two of them.
  @ParameterizedTest
  @EnumSource(Timers.class)
  void whatANetworkDoesIsDoneInEachVicinity(Timers timers) throws Unsupported {
    int made = 0;
    for (long seed = 1; seed <= NETWORKS; seed++) {
      Network network = RandomNetworks.seeded(seed).network();
      Product product = Products.of(Semantics.of(network, timers), timers).product();
      var wiring = new Wiring(product, new Effort(() -> false));
      List<int[]> steps = steps(product);
      for (List<Integer> members : members(product.instances())) {
        Vicinity vicinity = Vicinity.of(wiring, members).orElseThrow();
        made += hold(product, steps, vicinity, "seed " + seed + ", " + members);
      }
    }
    assertThat(made).isGreaterThan((int) NETWORKS * 10);
  }

  /// What one takes for the first letter is the second one to the other.
  @Test
  void lettersAreTheSameForThoseOnlyWhoTellThemApartAlike() {
    var net = new ByHand();
    int one = net.instance(2);
    int other = net.instance(2);
    int giver = net.instance(2);
    net.step(giver, 0, List.of("choose"), List.of(), new Update.Set(giver, 1));
    net.step("take", List.of(), new Update.Via(one, giver, table(0, 1), table(0, 1)),
        new Update.Via(other, giver, table(1, 0), table(0, 1)));
    Product product = net.product();
    Vicinity vicinity = Vicinity.of(new Wiring(product, new Effort(() -> false)), List.of(one, other)).orElseThrow();
    assertThat(hold(product, steps(product), vicinity, "by hand")).isEqualTo(3);
  }

  private static Table table(int... values) {
    return new Table(values);
  }

  private static List<List<Integer>> members(int instances) {
    var all = new ArrayList<List<Integer>>();
    for (int i = 0; i < instances; i++) {
      all.add(List.of(i));
      for (int j = 0; j < instances; j++) {
        if (i != j) {
          all.add(List.of(i, j));
        }
      }
    }
    return all;
  }

  /// Returns states near the start, each followed by one that a step leads to.
  private static List<int[]> steps(Product product) {
    var naive = new NaiveProduct(product);
    var all = new ArrayList<int[]>();
    var seen = new HashSet<List<Integer>>();
    var open = new ArrayDeque<>(List.of(naive.initial()));
    while (!open.isEmpty()) {
      int[] state = open.poll();
      for (NaiveProduct.Taken taken : naive.steps(state)) {
        all.add(state);
        all.add(taken.target());
        if (seen.size() < MOST_STATES && seen.add(Arrays.stream(taken.target()).boxed().toList())) {
          open.add(taken.target());
        }
      }
    }
    return all;
  }

  /// Returns how many steps changed something here.
  private static int hold(Product whole, List<int[]> steps, Vicinity vicinity, String name) {
    Product product = vicinity.product();
    var naive = new NaiveProduct(Closeup.anytime(product));
    assertThat(naive.initial()).as(name).isEqualTo(seen(vicinity, naive, whole.initial().stream()
        .mapToInt(Integer::intValue).toArray()));
    var known = new HashSet<List<List<Integer>>>();
    int changes = 0;
    for (int i = 0; i < steps.size(); i += 2) {
      int[] from = seen(vicinity, naive, steps.get(i));
      int[] to = seen(vicinity, naive, steps.get(i + 1));
      if (!Arrays.equals(from, to) && known.add(List.of(boxed(from), boxed(to)))) {
        Set<List<Integer>> after = new HashSet<>();
        naive.steps(from).forEach(t -> after.add(boxed(t.target())));
        assertThat(after).as(name + ": " + NaiveProduct.show(from)).contains(boxed(to));
        changes++;
      }
    }
    return changes;
  }

  private static List<Integer> boxed(int[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static int[] seen(Vicinity vicinity, NaiveProduct naive, int[] state) {
    return IntStream.range(0, naive.initial().length).map(at -> state[vicinity.field(at)]).toArray();
  }
}
