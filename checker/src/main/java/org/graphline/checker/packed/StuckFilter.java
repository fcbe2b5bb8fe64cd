package org.graphline.checker.packed;

/// Tells where a stuck group is possible (rule R6): the greatest set of instances that do not move, none of
/// which needs what could come from outside, at least one of them busy.
///
/// It knows only who *surely* moves, so it may see a group where there is none; it misses none. Not for
/// several threads.
final class StuckFilter {
  private final StuckTables tables;
  private final long[] everyone;
  private final long[] stuck;
  private final int[] rows;

  StuckFilter(StuckTables tables) {
    this.tables = tables;
    this.stuck = new long[tables.setWords];
    this.everyone = new long[tables.setWords];
    this.rows = new int[tables.instances];
    for (int i = 0; i < tables.instances; i++) {
      everyone[i / Long.SIZE] |= 1L << i;
    }
  }

  /// Reports whether some of those that are not in the set `moved` may be stuck in the state at `states[at]`.
  boolean isPossible(long[] states, int at, long[] moved) {
    if (tables.setWords == 1) {
      return isPossible(states, at, moved[0]);
    }
    for (int i = 0; i < stuck.length; i++) {
      stuck[i] = everyone[i] & ~moved[i];
      for (long rest = stuck[i]; rest != 0; rest &= rest - 1) {
        int instance = i * Long.SIZE + Long.numberOfTrailingZeros(rest);
        rows[instance] = tables.row(instance, states, at);
      }
    }
    boolean changed;
    do {
      changed = false;
      for (int i = 0; i < stuck.length; i++) {
        for (long rest = stuck[i]; rest != 0; rest &= rest - 1) {
          int instance = i * Long.SIZE + Long.numberOfTrailingZeros(rest);
          if (tables.canGoOn(rows[instance], states, at, stuck)) {
            stuck[i] ^= 1L << instance;
            changed = true;
          }
        }
      }
    } while (changed);
    return isAnyoneBusy();
  }

  private boolean isPossible(long[] states, int at, long moved) {
    long left = everyone[0] & ~moved;
    for (long rest = left; rest != 0; rest &= rest - 1) {
      int instance = Long.numberOfTrailingZeros(rest);
      int row = tables.row(instance, states, at);
      rows[instance] = row;
      left &= canGoOn(row, states, at, left) ? ~(rest & -rest) : -1;
    }
    // Who waits for whom often follows the numbers, up or down: go both ways by turns.
    boolean down = true;
    long before = -1;
    while (left != before && left != 0) {
      before = left;
      left = down ? down(left, states, at) : up(left, states, at);
      down = !down;
    }
    stuck[0] = left;
    return left != 0 && isAnyoneBusy();
  }

  private long up(long some, long[] states, int at) {
    long left = some;
    for (long rest = left; rest != 0; rest &= rest - 1) {
      left &= canGoOn(rows[Long.numberOfTrailingZeros(rest)], states, at, left) ? ~(rest & -rest) : -1;
    }
    return left;
  }

  private long down(long some, long[] states, int at) {
    long left = some;
    for (long rest = left; rest != 0; rest ^= Long.highestOneBit(rest)) {
      int instance = Long.SIZE - 1 - Long.numberOfLeadingZeros(rest);
      left &= canGoOn(rows[instance], states, at, left) ? ~(1L << instance) : -1;
    }
    return left;
  }

  private boolean canGoOn(int row, long[] states, int at, long left) {
    if ((tables.givers[row] & ~left) != 0) {
      return true;
    }
    if (tables.canBeStuck[row] && tables.open[row] == null) {
      return false;
    }
    stuck[0] = left;
    return tables.canGoOn(row, states, at, stuck);
  }

  private boolean isAnyoneBusy() {
    for (int i = 0; i < stuck.length; i++) {
      for (long rest = stuck[i]; rest != 0; rest &= rest - 1) {
        if (!tables.rests[rows[i * Long.SIZE + Long.numberOfTrailingZeros(rest)]]) {
          return true;
        }
      }
    }
    return false;
  }
}
