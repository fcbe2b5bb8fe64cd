package org.graphline.checker.proof;

import java.util.Arrays;
import java.util.BitSet;
import org.graphline.checker.product.Excerpts;
import org.graphline.checker.product.Product;

/// What pairs of neighbors of two kinds that are joined in one way can be in together, seen by the one and by
/// the other.
final class Joint {
  private final Excerpts excerpts;
  private final Effort effort;
  private final int one;
  private final int other;
  private final Side[] sides;
  private final int[][][] ahead = new int[2][][];
  private int late = -1;

  private Joint(Excerpts excerpts, Effort effort, int one, int other, Side[] sides) {
    this.excerpts = excerpts;
    this.effort = effort;
    this.one = one;
    this.other = other;
    this.sides = sides;
  }

  /// What one of two neighbors asks of the other.
  ///
  /// @param waiting for each local state those of the other in which neither moves by a step of the two
  /// @param inside  those of them in which the other would have to be stuck too
  /// @param free    the local states that ask nothing of the other
  record Side(long[][] waiting, long[][] inside, long[] free) {

    boolean isLike(Side other) {
      return Arrays.deepEquals(waiting, other.waiting) && Arrays.deepEquals(inside, other.inside)
          && Arrays.equals(free, other.free);
    }
  }

  /// Returns what is known of two neighbors and of all pairs like them.
  static Joint of(Excerpts excerpts, Effort effort, int one, int other) {
    Product product = excerpts.of(one, other);
    var wiring = new Wiring(product, effort);
    int size = wiring.size(0);
    int otherSize = wiring.size(1);
    PairSpace space = PairSpace.of(wiring, new Projection(product), 0, 1);
    Neighbors.Facts facts = space == null ? Neighbors.Facts.none(size, otherSize)
        : Neighbors.Facts.of(space, size, otherSize);
    var waiting = new Waiting(wiring);
    return new Joint(excerpts, effort, one, other, new Side[] {
        side(waiting, 0, facts.waiting(), facts.still(), otherSize),
        side(waiting, 1, facts.waiting().turned(otherSize), facts.otherStill(), size)});
  }

  private static Side side(Waiting waiting, int me, Relation together, Relation still, int otherSize) {
    int size = together.size();
    var all = new long[size][];
    var inside = new long[size][];
    var free = new BitSet();
    for (int s = 0; s < size; s++) {
      BitSet needed = waiting.needed(me, s, 1 - me);
      all[s] = Kind.words(together.row(s), otherSize);
      var stuck = (BitSet) together.row(s).clone();
      stuck.and(needed);
      inside[s] = Kind.words(stuck, otherSize);
      var outside = (BitSet) still.row(s).clone();
      outside.andNot(needed);
      free.set(s, !outside.isEmpty());
    }
    return new Side(all, inside, Kind.words(free, size));
  }

  /// Returns how the pair looks to the one (0) or the other (1).
  Side side(int which) {
    return sides[which];
  }

  /// Reports whether the same is known of another two.
  ///
  /// @param homesPassed as in [Rounds]
  boolean isLike(Joint other, int homesPassed) {
    return sides[0].isLike(other.sides[0]) && sides[1].isLike(other.sides[1])
        && Arrays.deepEquals(ahead(0, homesPassed), other.ahead(0, homesPassed))
        && Arrays.deepEquals(ahead(1, homesPassed), other.ahead(1, homesPassed));
  }

  /// Returns the least number of rounds that the one (0) or the other (1) is ahead where neither moves, by
  /// their local states; [Rounds#ANY] where there is no bound.
  ///
  /// @param homesPassed as in [Rounds]
  int[][] ahead(int which, int homesPassed) {
    if (late != homesPassed) {
      late = homesPassed;
      Arrays.fill(ahead, null);
    }
    if (ahead[which] == null) {
      ahead[which] = findAhead(which == 0 ? one : other, which == 0 ? other : one, homesPassed);
    }
    return ahead[which];
  }

  private int[][] findAhead(int me, int neighbor, int homesPassed) {
    Product product = excerpts.of(me, neighbor);
    var wiring = new Wiring(product, effort);
    var all = new int[wiring.size(0)][wiring.size(1)];
    PairSpace space = PairSpace.of(wiring, new Projection(product), 0, 1);
    if (space == null) {
      for (int[] row : all) {
        Arrays.fill(row, Rounds.ANY);
      }
      return all;
    }
    for (int[] row : all) {
      Arrays.fill(row, Integer.MAX_VALUE);
    }
    int[] least = new Rounds(wiring, homesPassed).ahead(space, 0, 1);
    space.reached().stream().filter(s -> space.moving(s) == 0).forEach(s -> {
      int[] values = space.values(s);
      all[values[0]][values[1]] = Math.min(all[values[0]][values[1]], least[s]);
    });
    for (int[] row : all) {
      for (int i = 0; i < row.length; i++) {
        row[i] = row[i] == Integer.MAX_VALUE ? Rounds.ANY : row[i];
      }
    }
    return all;
  }
}
