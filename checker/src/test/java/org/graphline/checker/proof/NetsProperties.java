package org.graphline.checker.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.graphline.checker.proof.Changes.Change;
import org.graphline.checker.proof.Invariants.Invariant;

/// What is said of all reachable states from the changes alone, held against all reachable states of small nets.
class NetsProperties {
  private static final long SEEDS = 1_000_000_000;

  /// Fields with a few values, and changes of one to three of them.
  private record Net(Places places, List<Change> changes, int[] initial) {

    static Net of(long seed) {
      var random = new Random(seed);
      var places = new Places(random.ints(2 + random.nextInt(4), 2, 5).toArray());
      int[] values = IntStream.range(0, places.fields()).map(f -> random.nextInt(places.size(f))).toArray();
      var changes = new ArrayList<Change>();
      for (int n = 1 + random.nextInt(9); n > 0; n--) {
        change(places, random).ifPresent(changes::add);
      }
      return new Net(places, changes, places.of(values));
    }

    private static Optional<Change> change(Places places, Random random) {
      var from = new ArrayList<Integer>();
      var to = new ArrayList<Integer>();
      random.ints(1 + random.nextInt(3), 0, places.fields()).distinct().sorted().forEach(f -> {
        int before = random.nextInt(places.size(f));
        from.add(places.of(f, before));
        to.add(places.of(f, (before + 1 + random.nextInt(places.size(f) - 1)) % places.size(f)));
      });
      return from.isEmpty() ? Optional.empty() : Optional.of(new Change(from, to));
    }

    List<int[]> reachable() {
      Set<List<Integer>> seen = new LinkedHashSet<>();
      var open = new ArrayDeque<List<Integer>>();
      seen.add(Arrays.stream(initial).boxed().toList());
      open.addAll(seen);
      while (!open.isEmpty()) {
        List<Integer> marked = open.poll();
        for (Change change : changes) {
          if (marked.containsAll(change.from())) {
            var next = new ArrayList<>(marked);
            for (int i = 0; i < change.from().size(); i++) {
              next.set(next.indexOf(change.from().get(i)), change.to().get(i));
            }
            if (seen.add(next)) {
              open.add(next);
            }
          }
        }
      }
      return seen.stream().map(m -> m.stream().mapToInt(Integer::intValue).toArray()).toList();
    }

    int[] anything(long seed) {
      var random = new Random(seed);
      return places.of(IntStream.range(0, places.fields()).map(f -> random.nextInt(places.size(f))).toArray());
    }
  }

  private static Effort effort() {
    return new Effort(() -> false);
  }

  @Property(tries = 2000)
  void theSumsOfInvariantsAreNothingInEveryReachableState(@ForAll @LongRange(max = SEEDS) long seed) {
    Net net = Net.of(seed);
    List<Invariant> invariants = Invariants.of(net.places(), net.changes(), net.initial(), effort());
    for (int[] marked : net.reachable()) {
      assertThat(invariants).allMatch(i -> Arrays.stream(marked).mapToLong(i::at).sum() == 0);
    }
  }

  /// Whatever weights no change changes follow from those found: they say nothing new of any state.
  @Property(tries = 2000)
  void noInvariantIsMissing(@ForAll @LongRange(max = SEEDS) long seed) {
    Net net = Net.of(seed);
    List<Invariant> invariants = Invariants.of(net.places(), net.changes(), net.initial(), effort());
    var random = new Random(seed);
    for (int n = 0; n < 200; n++) {
      int[] weights = IntStream.range(0, net.places().count()).map(_ -> random.nextInt(3) - 1).toArray();
      if (net.changes().stream().allMatch(c -> sum(weights, c.from()) == sum(weights, c.to()))) {
        int[] marked = net.anything(n);
        boolean differs = sum(weights, marked) != sum(weights, net.initial());
        assertThat(!differs || invariants.stream().anyMatch(i -> Arrays.stream(marked).mapToLong(i::at).sum() != 0))
            .isTrue();
      }
    }
  }

  private static long sum(int[] weights, List<Integer> places) {
    return places.stream().mapToLong(p -> weights[p]).sum();
  }

  private static long sum(int[] weights, int[] places) {
    return Arrays.stream(places).mapToLong(p -> weights[p]).sum();
  }

  @Property(tries = 2000)
  void aTrapHasATokenInEveryReachableState(@ForAll @LongRange(max = SEEDS) long seed) {
    Net net = Net.of(seed);
    var traps = new Traps(net.places(), net.changes(), net.initial(), effort());
    List<int[]> reachable = net.reachable();
    for (int n = 0; n < 20; n++) {
      int[] marked = net.anything(seed + n);
      Optional<BitSet> trap = traps.unmarked(marked);
      if (trap.isPresent()) {
        assertThat(Arrays.stream(marked)).noneMatch(trap.get()::get);
        assertThat(reachable).allMatch(m -> Arrays.stream(m).anyMatch(trap.get()::get));
      }
    }
  }

  /// The second field never leaves its first value, but might come back to it: no sum tells the two apart.
  @Example
  void aTrapSeesWhatNoSumDoes() {
    var places = new Places(2, 2, 3);
    List<Change> changes = List.of(
        new Change(List.of(places.of(0, 0), places.of(1, 1)), List.of(places.of(0, 1), places.of(1, 0))),
        new Change(List.of(places.of(0, 1)), List.of(places.of(0, 0))),
        new Change(List.of(places.of(1, 1), places.of(0, 1)), List.of(places.of(1, 0), places.of(0, 0))));
    int[] initial = places.of(new int[] {0, 0, 0});
    int[] both = places.of(new int[] {1, 1, 0});
    assertThat(Invariants.of(places, changes, initial, effort()))
        .allMatch(i -> Arrays.stream(both).mapToLong(i::at).sum() == 0);
    assertThat(new Traps(places, changes, initial, effort()).unmarked(both)).isPresent();
  }
}
