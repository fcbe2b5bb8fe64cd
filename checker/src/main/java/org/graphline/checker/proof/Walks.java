package org.graphline.checker.proof;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;

/// Looks for a walk through cells that goes through choices which go together, from each cell to the next, one of
/// them repeated any number of times, at least once.
///
/// A walk that ends where it begins has two sums: by how much each guide is at least ahead of the next one, and by
/// how much the next one is at least ahead of it. In a ring both are nothing, so a walk with a positive one is
/// none. Sums are kept between small bounds; beyond those they count as less than they are, which lets more walks
/// pass.
final class Walks {
  /// Larger sums count as this one, smaller than its negative as having no bound.
  private static final int MOST = 4;
  private static final int SUMS = 2 * MOST + 2;

  private final Kinds kinds;
  private final List<Stances> cells;
  private final List<Crossings> steps;
  private final BitSet[] wanted;
  private final int repeated;
  private final Crossings again;

  /// @param cells    the cells in order; of a ring the first one once more at the end
  /// @param steps    from each cell to the next
  /// @param wanted   for each cell the choices one of which must be met somewhere on the walk
  /// @param repeated the position of the cell that is repeated; -1 if none is
  /// @param again    from it to the next one like it
  Walks(Kinds kinds, List<Stances> cells, List<Crossings> steps, BitSet[] wanted, int repeated, Crossings again) {
    this.kinds = kinds;
    this.cells = cells;
    this.steps = steps;
    this.wanted = wanted;
    this.repeated = repeated;
    this.again = again;
  }

  /// Reports whether there is a walk from one end to the other.
  boolean isOpen() {
    var start = new BitSet();
    for (int choice = 0; choice < cells.getFirst().size(); choice++) {
      start.set(number(choice, 0, 0, wanted[0].get(choice)));
    }
    return through(start, false).stream().anyMatch(Walks::isMet);
  }

  /// Reports whether there is a walk that ends where it begins.
  ///
  /// @param counts whether neither of its sums may be positive
  boolean isClosed(boolean counts) {
    for (int choice = 0; choice < cells.getFirst().size(); choice++) {
      int begin = choice;
      var start = new BitSet();
      start.set(number(choice, 0, 0, wanted[0].get(choice)));
      if (through(start, counts).stream().anyMatch(n -> isMet(n) && choice(n) == begin && ahead(n) <= 0
          && behind(n) <= 0)) {
        return true;
      }
    }
    return false;
  }

  /// Where a walk may be in a cell: the choice, both sums, and whether it has met what is wanted.
  private static int number(int choice, int ahead, int behind, boolean met) {
    return ((choice * SUMS + ahead + MOST + 1) * SUMS + behind + MOST + 1) * 2 + (met ? 1 : 0);
  }

  private static boolean isMet(int number) {
    return number % 2 == 1;
  }

  private static int behind(int number) {
    return number / 2 % SUMS - MOST - 1;
  }

  private static int ahead(int number) {
    return number / 2 / SUMS % SUMS - MOST - 1;
  }

  private static int choice(int number) {
    return number / 2 / SUMS / SUMS;
  }

  /// Adds to a sum; the least one means that there is no bound.
  private static int plus(int sum, long more) {
    if (sum < -MOST || more <= Crossings.NONE || sum + more < -MOST) {
      return -MOST - 1;
    }
    return (int) Math.min(MOST, sum + more);
  }

  private BitSet through(BitSet start, boolean counts) {
    BitSet reached = start;
    for (int cell = 0; cell < cells.size(); cell++) {
      if (cell == repeated) {
        repeat(reached, counts);
      }
      if (cell + 1 < cells.size()) {
        var next = new BitSet();
        for (int n = reached.nextSetBit(0); n >= 0; n = reached.nextSetBit(n + 1)) {
          step(n, steps.get(cell), wanted[cell + 1], counts, next, null);
        }
        reached = next;
      }
    }
    return reached;
  }

  private void step(int from, Crossings by, BitSet shown, boolean counts, BitSet next, ArrayDeque<Integer> open) {
    int choice = choice(from);
    int[] targets = by.next(choice);
    kinds.effort().spend(1 + targets.length);
    for (int i = 0; i < targets.length; i++) {
      int to = number(targets[i], counts ? plus(ahead(from), by.ahead(choice)[i]) : 0,
          counts ? plus(behind(from), by.behind(choice)[i]) : 0, isMet(from) || shown.get(targets[i]));
      if (!next.get(to)) {
        next.set(to);
        if (open != null) {
          open.add(to);
        }
      }
    }
  }

  private void repeat(BitSet reached, boolean counts) {
    var open = new ArrayDeque<Integer>(reached.stream().boxed().toList());
    while (!open.isEmpty()) {
      step(open.poll(), again, wanted[repeated], counts, reached, open);
    }
  }
}
