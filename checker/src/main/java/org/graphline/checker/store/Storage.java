package org.graphline.checker.store;

import org.graphline.checker.space.MemoryBudget;

/// Ways to store states.
public enum Storage {
  /// Every state, in whatever way is fastest.
  EXACT,
  /// Every state, numbered.
  NUMBERED,
  /// 64 bits of hash of each state: who finds nothing with it cannot be sure.
  FINGERPRINTS,
  /// Three bits for each state, in three quarters of the memory left: who finds nothing with it cannot be
  /// sure.
  BITS;

  private static final long FIRST_SLOTS = 1 << 14;

  /// Reports whether stores of this kind never take two states for one.
  public boolean exact() {
    return switch (this) {
      case EXACT, NUMBERED -> true;
      case FINGERPRINTS, BITS -> false;
    };
  }

  /// Returns a new store of this kind for states of `words` words, filled by `threads` threads.
  ///
  /// @param lastBits how many bits of the last word, the lowest ones, can differ between states
  public Store create(int words, int lastBits, int threads, MemoryBudget budget) {
    return switch (this) {
      case EXACT -> exact(words, lastBits, threads, budget);
      case FINGERPRINTS -> new Fingerprints(words, FIRST_SLOTS, threads, budget);
      case BITS -> new BitTable(words, (budget.limit() - budget.used()) / 4 * 3, threads, budget);
      case NUMBERED -> new NumberedStates(words, FIRST_SLOTS, threads, budget);
    };
  }

  /// Returns how much of the states of one level each thread may keep if states may be left out: an eighth of all
  /// memory together, so that there is as much for the next level.
  static long levelBytes(int threads, MemoryBudget budget) {
    return budget.limit() / 8 / threads;
  }

  private static Store exact(int words, int lastBits, int threads, MemoryBudget budget) {
    if (words == 1) {
      return lastBits <= ShortSet.MOST_BITS ? new ShortSet(lastBits, FIRST_SLOTS, threads, budget)
          : new WordSet(FIRST_SLOTS, threads, budget);
    }
    return words == 2 && lastBits <= CompactSet.MOST_BITS ? new CompactSet(lastBits, FIRST_SLOTS, threads, budget)
        : new NumberedStates(words, FIRST_SLOTS, threads, budget);
  }
}
