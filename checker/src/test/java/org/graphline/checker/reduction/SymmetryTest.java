package org.graphline.checker.reduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphline.checker.reduction.Meetings.move;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.graphline.checker.packed.Interest;
import org.graphline.checker.packed.InterpretedSpace;
import org.graphline.checker.packed.ProductSpace;
import org.graphline.checker.packed.Walks;
import org.graphline.checker.product.NaiveProduct;
import org.graphline.checker.product.Product;
import org.graphline.checker.reduction.Meetings.Move;
import org.junit.jupiter.api.Test;

class SymmetryTest {
  private static final long FIRST = Long.getLong("graphline.random.first", 1);
  private static final long COUNT = Long.getLong("graphline.random.count", 2_000);
  private static final int WORKERS = 3;
  private static final int STATES = 4;

  /// A hub that treats all of some equal workers alike, and a bystander that meets the hub only.
  private static Product hub(long seed, boolean equal) {
    var random = new Random(seed);
    var hub = new ArrayList<Move>();
    var worker = new ArrayList<int[]>();
    for (int i = 0; i < 4 + random.nextInt(4); i++) {
      int from = random.nextInt(STATES);
      int event = random.nextInt(3);
      int to = random.nextInt(STATES);
      IntStream.range(0, WORKERS).forEach(w -> hub.add(move(from, "e" + event + " " + w, to)));
    }
    hub.add(move(random.nextInt(STATES), "aside", random.nextInt(STATES)));
    for (int i = 0; i < 4 + random.nextInt(3); i++) {
      worker.add(new int[] {random.nextInt(STATES), random.nextInt(4), random.nextInt(STATES)});
    }
    var all = new Meetings().automaton(0, hub.toArray(Move[]::new));
    for (int w = 0; w < WORKERS; w++) {
      var moves = new ArrayList<Move>();
      for (int[] m : worker) {
        moves.add(move(m[0], "e" + m[1] + " " + w, m[2]));
      }
      if (!equal && w == 0) {
        moves.add(move(0, "odd", 1));
      }
      moves.add(move(STATES - 1, "end " + w, STATES - 1));
      all.automaton(0, moves.toArray(Move[]::new));
    }
    return all.automaton(0, move(0, "aside", 1), move(1, "back", 0)).product();
  }

  @Test
  void findsWhoMayChangePlaces() {
    for (long seed = FIRST; seed < FIRST + 100; seed++) {
      assertThat(Symmetry.of(hub(seed, true)).classes()).contains(List.of(1, 2, 3));
      assertThat(Symmetry.of(hub(seed, false)).classes()).contains(List.of(2, 3));
    }
    assertThat(Symmetry.of(Families.philosophers(4, false)).classes()).isEmpty();
  }

  @Test
  void findsEveryStuckGroupThatThereIs() {
    long kept = 0;
    long reachable = 0;
    int stuck = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      Product product = hub(seed, true);
      var naive = new NaiveProduct(product);
      Set<List<Integer>> all = all(naive);
      Symmetry symmetry = Symmetry.of(product);
      ReducedGraph graph = StubbornSearch.explore(new StubbornSets(product, Demand.NOTHING_MORE), symmetry,
          (_, _, _) -> false, Integer.MAX_VALUE, () -> false);
      int bad = IntStream.range(0, graph.states()).filter(s -> isBad(naive, graph.values(s))).findFirst().orElse(-1);
      assertThat(bad >= 0).as("seed %d", seed).isEqualTo(all.stream().anyMatch(s -> isBad(naive, ints(s))));
      if (bad >= 0) {
        assertRun(naive, graph.run(bad, symmetry));
        stuck++;
      }
      kept += graph.states();
      reachable += all.size();
    }
    assertThat(kept).isLessThan(reachable / 2);
    assertThat(stuck).isBetween((int) (COUNT / 20), (int) (COUNT - COUNT / 20));
  }

  @Test
  void searchesLookAtOneOfSeveralAlike() {
    long reachable = 0;
    long sorted = 0;
    long chosen = 0;
    for (long seed = FIRST; seed < FIRST + COUNT / 4; seed++) {
      Product product = hub(seed, true);
      var naive = new NaiveProduct(product);
      Set<List<Integer>> all = all(naive);
      boolean isBad = all.stream().anyMatch(s -> isBad(naive, ints(s)));
      Symmetry symmetry = Symmetry.of(product);
      var interest = new Interest(true, List.of());
      var sets = new StubbornSets(product, Demand.NOTHING_MORE);
      List<ProductSpace> spaces = List.of(new SymmetricSpace(new InterpretedSpace(product, interest), symmetry),
          new StubbornSpace(sets, interest, Optional.of(symmetry)), new StubbornSpace(sets, interest, Optional.empty()));
      for (ProductSpace space : spaces) {
        List<long[]> states = List.copyOf(Walks.reachable(space, Integer.MAX_VALUE));
        assertThat(states).as("seed %d, %s", seed, space.describe()).allMatch(s -> Arrays.equals(s,
            space.representative(s)));
        assertThat(states.stream().anyMatch(s -> isBad(naive, space.packing().decode(s, 0))))
            .as("seed %d, %s", seed, space.describe()).isEqualTo(isBad);
      }
      reachable += all.size();
      sorted += Walks.reachable(spaces.get(0), Integer.MAX_VALUE).size();
      chosen += Walks.reachable(spaces.get(1), Integer.MAX_VALUE).size();
    }
    assertThat(sorted).isLessThan(reachable);
    assertThat(chosen).isLessThan(sorted);
  }

  private static void assertRun(NaiveProduct naive, List<int[]> run) {
    for (int i = 1; i < run.size(); i++) {
      int[] next = run.get(i);
      assertThat(naive.steps(run.get(i - 1))).anyMatch(t -> Arrays.equals(t.target(), next));
    }
    assertThat(isBad(naive, run.getLast())).isTrue();
  }

  private static boolean isBad(NaiveProduct naive, int[] values) {
    var steps = naive.steps(values);
    return steps.isEmpty() || !naive.stuck(values, steps).isEmpty();
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Set<List<Integer>> all(NaiveProduct naive) {
    Set<List<Integer>> seen = new HashSet<>();
    var open = new ArrayDeque<List<Integer>>();
    open.add(IntStream.of(naive.initial()).boxed().toList());
    seen.add(open.peek());
    while (!open.isEmpty()) {
      naive.steps(ints(open.poll())).forEach(t -> {
        List<Integer> target = IntStream.of(t.target()).boxed().toList();
        if (seen.add(target)) {
          open.add(target);
        }
      });
    }
    return seen;
  }
}
