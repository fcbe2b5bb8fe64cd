package org.graphline.checker.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// The smallest systems held against the definition of the equivalence (van Glabbeek, Luttik, Trčka, 2009).
class MinimizationProperties {

  @Property(tries = 2000)
  void whatBecomesOneIsEquivalentAndNothingElse(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int most,
      @ForAll boolean divergence) {
    Lts lts = RandomLts.seeded(seed, most);
    int[] state = Minimization.of(lts, divergence, () -> false).state();
    boolean[][] related = related(lts, lts, divergence);
    for (int s = 0; s < lts.states(); s++) {
      for (int t = 0; t < lts.states(); t++) {
        if (state[s] >= 0 && state[t] >= 0) {
          assertThat(state[s] == state[t]).as("%d and %d", s, t).isEqualTo(related[s][t]);
        }
      }
    }
  }

  @Property(tries = 2000)
  void theSmallestSystemIsEquivalentToTheOneItWasMadeOf(@ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int most, @ForAll boolean divergence) {
    Lts lts = RandomLts.seeded(seed, most);
    Minimization.Minimized least = Minimization.of(lts, divergence, () -> false);
    boolean[][] related = related(lts, least.lts(), divergence);
    for (int s = 0; s < lts.states(); s++) {
      if (least.state()[s] >= 0) {
        assertThat(related[s][least.state()[s]]).isTrue();
      }
    }
    assertThat(least.state()[0]).isZero();
  }

  @Property(tries = 500)
  void aSmallestSystemStaysAsItIs(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int most,
      @ForAll boolean divergence) {
    Lts least = Minimization.of(RandomLts.seeded(seed, most), divergence, () -> false).lts();
    assertThat(Minimization.of(least, divergence, () -> false).lts().states()).isEqualTo(least.states());
  }

  /// The largest relation that is a divergence-preserving branching bisimulation, by taking pairs away.
  private static boolean[][] related(Lts one, Lts other, boolean divergence) {
    boolean[][] related = new boolean[one.states()][other.states()];
    for (int s = 0; s < one.states(); s++) {
      for (int t = 0; t < other.states(); t++) {
        related[s][t] = one.mark(s) == other.mark(t);
      }
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int s = 0; s < one.states(); s++) {
        for (int t = 0; t < other.states(); t++) {
          boolean[][] now = related;
          if (related[s][t] && !(follows(one, s, other, t, divergence, (x, y) -> now[x][y])
              && follows(other, t, one, s, divergence, (x, y) -> now[y][x]))) {
            related[s][t] = false;
            changed = true;
          }
        }
      }
    }
    return related;
  }

  private interface Relation {
    boolean holds(int one, int other);
  }

  private static boolean follows(Lts one, int s, Lts other, int t, boolean divergence, Relation relation) {
    for (int i = one.first(s); i < one.first(s + 1); i++) {
      boolean stays = one.label(i) == Marking.HIDDEN && relation.holds(one.target(i), t);
      if (!stays && !canFollow(one, s, i, other, t, relation)) {
        return false;
      }
    }
    return !divergence || !goesOnAlone(one, s, other, t, relation);
  }

  private static boolean canFollow(Lts one, int s, int step, Lts other, int t, Relation relation) {
    var seen = new BitSet();
    var open = new ArrayDeque<Integer>();
    open.add(t);
    seen.set(t);
    while (!open.isEmpty()) {
      int at = open.poll();
      for (int i = other.first(at); i < other.first(at + 1); i++) {
        if (other.label(i) == one.label(step) && relation.holds(one.target(step), other.target(i))) {
          return true;
        }
        if (other.label(i) == Marking.HIDDEN && !seen.get(other.target(i)) && relation.holds(s, other.target(i))) {
          seen.set(other.target(i));
          open.add(other.target(i));
        }
      }
    }
    return false;
  }

  /// Reports whether there is an endless run of hidden steps from `s` no state of which is related to one that a hidden
  /// step from `t` leads to.
  private static boolean goesOnAlone(Lts one, int s, Lts other, int t, Relation relation) {
    var left = new BitSet();
    for (int i = 0; i < one.states(); i++) {
      boolean followed = false;
      for (int j = other.first(t); j < other.first(t + 1); j++) {
        followed |= other.label(j) == Marking.HIDDEN && relation.holds(i, other.target(j));
      }
      left.set(i, !followed);
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
        boolean any = false;
        for (int j = one.first(i); j < one.first(i + 1); j++) {
          any |= one.label(j) == Marking.HIDDEN && left.get(one.target(j));
        }
        if (!any) {
          left.clear(i);
          changed = true;
        }
      }
    }
    return left.get(s);
  }
}
