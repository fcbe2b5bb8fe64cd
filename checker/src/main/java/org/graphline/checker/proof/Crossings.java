package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which choices of one cell go with which of the next one on a walk, and how many rounds the one is ahead of the
/// next at least: of each cell one instance is looked at, its *guide*.
final class Crossings {
  /// No bound.
  static final long NONE = Long.MIN_VALUE / 4;

  private final Kinds kinds;
  private final int late;
  private final int[][] next;
  private final long[][] ahead;
  private final long[][] behind;

  /// @param late as in [Rounds]
  Crossings(Kinds kinds, Stances from, int guide, Stances to, int nextGuide, int late) {
    this.kinds = kinds;
    this.late = late;
    this.next = new int[from.size()][];
    this.ahead = new long[from.size()][];
    this.behind = new long[from.size()][];
    List<int[]> between = from.arcsTo(to);
    List<int[]> all = numbered(from, to, between);
    int size = from.members().length + to.members().length;
    for (int one = 0; one < from.size(); one++) {
      int[] found = new int[to.size()];
      long[] more = new long[to.size()];
      long[] less = new long[to.size()];
      int count = 0;
      for (int other = 0; other < to.size(); other++) {
        kinds.effort().spend(1 + between.size());
        if (from.agrees(from.choice(one), to.choice(other), between)) {
          long[][] bounds = bounds(from.choice(one), to.choice(other), all, size);
          if (bounds != null) {
            int second = from.members().length + nextGuide;
            found[count] = other;
            more[count] = bounds[guide][second];
            less[count++] = bounds[second][guide];
          }
        }
      }
      next[one] = Arrays.copyOf(found, count);
      ahead[one] = Arrays.copyOf(more, count);
      behind[one] = Arrays.copyOf(less, count);
    }
  }

  /// The arcs among all of both, those of the second ones numbered after those of the first ones.
  private static List<int[]> numbered(Stances from, Stances to, List<int[]> between) {
    int first = from.members().length;
    var all = new ArrayList<int[]>(from.arcs());
    to.arcs().forEach(a -> all.add(new int[] {first + a[0], first + a[1], a[2]}));
    between.forEach(a -> all.add(new int[] {a[0] >= 0 ? a[0] : first - 1 - a[0], a[1] >= 0 ? a[1] : first - 1 - a[1],
        a[2]}));
    return all;
  }

  /// The best bounds along paths (Floyd, Warshall) on how many rounds each is ahead of each; null if some would
  /// have to be ahead of itself.
  private long[][] bounds(int[] choice, int[] otherChoice, List<int[]> arcs, int size) {
    var bounds = new long[size][size];
    for (int i = 0; i < size; i++) {
      Arrays.fill(bounds[i], NONE);
      bounds[i][i] = 0;
    }
    for (int[] arc : arcs) {
      int s = state(choice, otherChoice, arc[0]);
      int t = state(choice, otherChoice, arc[1]);
      if (s != Stances.OUT && t != Stances.OUT) {
        int known = kinds.ahead(arc[2], late)[s][t];
        if (known != Rounds.ANY) {
          bounds[arc[0]][arc[1]] = Math.max(bounds[arc[0]][arc[1]], known);
        }
      }
    }
    kinds.effort().spend((long) size * size);
    for (int via = 0; via < size; via++) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          bounds[i][j] = Math.max(bounds[i][j], sum(bounds[i][via], bounds[via][j]));
        }
      }
    }
    for (int i = 0; i < size; i++) {
      if (bounds[i][i] > 0) {
        return null;
      }
    }
    return bounds;
  }

  private static int state(int[] choice, int[] otherChoice, int at) {
    return at < choice.length ? choice[at] : otherChoice[at - choice.length];
  }

  /// The sum of two bounds; no bound if there is none on one of them.
  static long sum(long one, long other) {
    return one <= NONE || other <= NONE ? NONE : one + other;
  }

  /// Returns the choices that go with one, in order.
  int[] next(int choice) {
    return next[choice];
  }

  /// Returns for each of them how many rounds the guide is at least ahead of the next one.
  long[] ahead(int choice) {
    return ahead[choice];
  }

  /// Returns for each of them how many rounds the next guide is at least ahead of this one.
  long[] behind(int choice) {
    return behind[choice];
  }
}
