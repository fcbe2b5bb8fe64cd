package org.graphline.checker.proof;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/// How far one of two neighbors may be behind the other. Everyone counts its rounds: how often it has come
/// home, to a local state that it passes again and again.
final class Rounds {
  /// No bound.
  static final int ANY = Integer.MIN_VALUE / 4;
  /// Who may be more rounds behind counts as having no bound: that is less than is known.
  private static final int FARTHEST = -64;

  private final Wiring wiring;
  private final int late;
  private final int[] homes;

  /// @param late how many homes are passed over by who begins with something that never comes again: it may enter its
  ///             cycle elsewhere than its neighbors do
  Rounds(Wiring wiring, int late) {
    this.wiring = wiring;
    this.late = late;
    this.homes = new int[wiring.instances()];
    Arrays.fill(homes, -1);
  }

  /// The first local state, seen from the initial one, that lies on a cycle of the instance alone.
  int home(int instance) {
    if (homes[instance] < 0) {
      homes[instance] = findHome(instance);
    }
    return homes[instance];
  }

  private int findHome(int instance) {
    int size = wiring.size(instance);
    BitSet[] next = Relation.rows(size);
    wiring.alone(instance).forEach(e -> next[e.from()].set(e.to()));
    int start = wiring.product().initial().get(instance);
    var open = new ArrayDeque<Integer>();
    var seen = new BitSet();
    open.add(start);
    seen.set(start);
    int home = start;
    int passed = 0;
    while (!open.isEmpty() && passed <= late) {
      int state = open.poll();
      if (isOnCycle(state, next)) {
        home = state;
        passed = state == start ? late + 1 : passed + 1;
      }
      next[state].stream().filter(s -> !seen.get(s)).forEach(s -> {
        seen.set(s);
        open.add(s);
      });
    }
    return home;
  }

  private static boolean isOnCycle(int state, BitSet[] next) {
    var seen = new BitSet();
    var open = new ArrayDeque<Integer>();
    open.add(state);
    while (!open.isEmpty()) {
      BitSet after = next[open.poll()];
      if (after.get(state)) {
        return true;
      }
      after.stream().filter(s -> !seen.get(s)).forEach(s -> {
        seen.set(s);
        open.add(s);
      });
    }
    return false;
  }

  /// Returns the least number of rounds that `one` may be ahead of `other` (negative: behind) in each state
  /// of the two that may be reached; [#ANY] where there is no bound.
  int[] ahead(PairSpace space, int one, int other) {
    return ahead(space, one, other, false);
  }

  /// Returns the same of a space in which `one` comes second, if `turned`.
  int[] ahead(PairSpace space, int one, int other, boolean turned) {
    int self = turned ? 1 : 0;
    int[] least = new int[space.states()];
    int[][] steps = new int[space.states()][];
    Arrays.fill(least, Integer.MAX_VALUE);
    int bound = Math.max(FARTHEST, -space.reached().cardinality() - 1);
    var open = new ArrayDeque<Integer>();
    var isOpen = new BitSet();
    int start = space.start();
    least[start] = 0;
    open.add(start);
    while (!open.isEmpty()) {
      int state = open.poll();
      isOpen.clear(state);
      wiring.effort().spend(1);
      int[] before = space.values(state);
      for (int next : steps[state] == null ? steps[state] = steps(space, state) : steps[state]) {
        int[] after = space.values(next);
        int gain = (before[self] != after[self] && after[self] == home(one) ? 1 : 0)
            - (before[1 - self] != after[1 - self] && after[1 - self] == home(other) ? 1 : 0);
        int value = least[state] == ANY ? ANY : least[state] + gain;
        if (value < bound) {
          value = ANY;
        }
        if (value < least[next]) {
          least[next] = value;
          if (!isOpen.get(next)) {
            isOpen.set(next);
            open.add(next);
          }
        }
      }
    }
    return least;
  }

  private static int[] steps(PairSpace space, int state) {
    var all = IntStream.builder();
    space.after(state, all::add);
    return all.build().distinct().toArray();
  }
}
