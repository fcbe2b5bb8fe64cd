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
      stuck[i] &= ~free(states, at, stuck[i], i * Long.SIZE);
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
    left &= ~free(states, at, left, 0);
    long before;
    do {
      before = left;
      for (long rest = left; rest != 0; rest &= rest - 1) {
        int row = rows[Long.numberOfTrailingZeros(rest)];
        if ((tables.givers[row] & ~left) != 0 || tables.open[row] != null && canGoOn(row, states, at, left)) {
          left ^= rest & -rest;
        }
      }
    } while (left != before);
    stuck[0] = left;
    return left != 0 && isAnyoneBusy();
  }

  private boolean canGoOn(int row, long[] states, int at, long left) {
    stuck[0] = left;
    return tables.canGoOn(row, states, at, stuck);
  }

  /// Finds the rows of `some` of the 64 instances from `from` on and returns those that cannot be stuck
  /// there.
  private long free(long[] states, int at, long some, int from) {
    long free = 0;
    for (long rest = some; rest != 0; rest &= rest - 1) {
      int instance = from + Long.numberOfTrailingZeros(rest);
      int local = (int) (states[at + tables.word[instance]] >>> tables.shift[instance]) & tables.highest[instance];
      int row = tables.first[instance] + local;
      rows[instance] = row;
      free |= tables.canBeStuck[row] ? 0 : rest & -rest;
    }
    return free;
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
