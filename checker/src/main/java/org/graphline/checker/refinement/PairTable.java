package org.graphline.checker.refinement;

import java.util.Arrays;
import org.graphline.checker.space.MemoryBudget;

/// Pairs of a state and a node, numbered from 0 in the order they were added. Open addressing with linear
/// probing.
final class PairTable {
  private static final int FIRST = 1 << 10;
  private static final int BYTES_A_PAIR = 8;

  private final MemoryBudget budget;
  private long[] pairs = new long[FIRST / 2];
  private int[] table = new int[FIRST];
  private int size;

  PairTable(MemoryBudget budget) {
    this.budget = budget;
    budget.reserve((long) FIRST * (BYTES_A_PAIR / 2 + Integer.BYTES));
  }

  /// Adds a pair and returns its number, or `~number` if it was there already.
  int add(int state, int node) {
    if (size == pairs.length) {
      grow();
    }
    long pair = (long) state << 32 | node & 0xFFFFFFFFL;
    int slot = slot(pair);
    while (table[slot] != 0) {
      if (pairs[table[slot] - 1] == pair) {
        return ~(table[slot] - 1);
      }
      slot = slot + 1 & table.length - 1;
    }
    pairs[size] = pair;
    table[slot] = ++size;
    return size - 1;
  }

  private int slot(long pair) {
    long mixed = pair * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & table.length - 1;
  }

  private void grow() {
    if (table.length == 1 << 30) {
      budget.reserve(Long.MAX_VALUE / 2);
    }
    budget.reserve((long) table.length * (BYTES_A_PAIR / 2 + Integer.BYTES));
    pairs = Arrays.copyOf(pairs, pairs.length * 2);
    table = new int[table.length * 2];
    for (int i = 0; i < size; i++) {
      int slot = slot(pairs[i]);
      while (table[slot] != 0) {
        slot = slot + 1 & table.length - 1;
      }
      table[slot] = i + 1;
    }
  }

  int state(int pair) {
    return (int) (pairs[pair] >>> 32);
  }

  int node(int pair) {
    return (int) pairs[pair];
  }

  int size() {
    return size;
  }
}
