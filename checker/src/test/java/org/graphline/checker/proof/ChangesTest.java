package org.graphline.checker.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.graphline.checker.RandomNetworks;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.NaiveProduct;
import org.graphline.checker.product.NaiveProduct.Taken;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.checker.product.Table;
import org.graphline.checker.product.Update;
import org.graphline.checker.proof.Changes.Change;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What steps are said to change, held against what those of random networks change.
class ChangesTest {
  private static final long NETWORKS = 150;
  private static final int MOST_STATES = 100;

  @ParameterizedTest
  @EnumSource(Timers.class)
  void everyStepMakesAChangeThatIsKnown(Timers timers) throws Unsupported {
    int looked = 0;
    for (long seed = 1; seed <= NETWORKS; seed++) {
      Network network = RandomNetworks.seeded(seed).network();
      Product product = Products.of(Semantics.of(network, timers), timers).product();
      looked += isHeld(product, "seed " + seed) ? 1 : 0;
    }
    assertThat(looked).isGreaterThan((int) (NETWORKS * 9 / 10));
  }

  /// Either reader takes one letter and leaves; what is left on the line then is dropped only if the other one has left
  /// before.
  @Test
  void whoLeavesWithALetterMayLeaveOneBehind() {
    var hand = new ByHand();
    int[] readers = {hand.instance(2), hand.instance(2)};
    int line = hand.field(Field.Kind.LINE, 3);
    for (int n = 0; n < 2; n++) {
      hand.step("put", List.of(hand.at(line, n)), ByHand.set(line, n + 1));
    }
    for (int reader : readers) {
      hand.step(reader, 0, List.of("take"), List.of(hand.at(line, 1, 2)), ByHand.set(reader, 1),
          new Update.Map(line, new Table(new int[] {-1, 0, 1})),
          new Update.Clear(line, Arrays.stream(readers).mapToObj(r -> hand.at(r, 1)).toList()));
    }
    assertThat(isHeld(hand.product(), "two readers")).isTrue();
  }

  /// Reports whether the changes are known; all steps near the initial state make one of them then.
  private static boolean isHeld(Product product, String name) {
    var wiring = new Wiring(product, new Effort(() -> false));
    var places = new Places(product);
    Optional<List<Change>> changes = Together.of(wiring).flatMap(t -> Changes.of(wiring, places, t));
    changes.ifPresent(c -> hold(product, places, Set.copyOf(c), name));
    return changes.isPresent();
  }

  private static void hold(Product product, Places places, Set<Change> changes, String name) {
    var naive = new NaiveProduct(product);
    var seen = new HashSet<List<Integer>>();
    var open = new ArrayDeque<int[]>();
    open.add(naive.initial());
    while (!open.isEmpty()) {
      int[] values = open.poll();
      for (Taken taken : naive.steps(values)) {
        // Closing time changes each field by itself there.
        boolean apart = product.closing().filter(c -> c == taken.offer()).isPresent();
        Change whole = between(places, values, taken.target());
        assertThat(whole.from().isEmpty() || changes.containsAll(apart ? single(whole) : List.of(whole)))
            .as(name + ": " + whole).isTrue();
        if (seen.size() < MOST_STATES && seen.add(Arrays.stream(taken.target()).boxed().toList())) {
          open.add(taken.target());
        }
      }
    }
  }

  private static Change between(Places places, int[] values, int[] target) {
    int[] changed = IntStream.range(0, values.length).filter(f -> values[f] != target[f]).toArray();
    return new Change(Arrays.stream(changed).mapToObj(f -> places.of(f, values[f])).toList(),
        Arrays.stream(changed).mapToObj(f -> places.of(f, target[f])).toList());
  }

  private static List<Change> single(Change change) {
    return IntStream.range(0, change.from().size())
        .mapToObj(i -> new Change(List.of(change.from().get(i)), List.of(change.to().get(i)))).toList();
  }
}
