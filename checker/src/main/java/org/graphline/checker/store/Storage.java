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
  public Store create(int words, int threads, MemoryBudget budget) {
    return switch (this) {
      case EXACT -> words == 1 ? new WordSet(FIRST_SLOTS, threads, budget)
          : new NumberedStates(words, FIRST_SLOTS, threads, budget);
      case FINGERPRINTS -> new Fingerprints(words, FIRST_SLOTS, threads, budget);
      case BITS -> new BitTable(words, (budget.limit() - budget.used()) / 4 * 3, budget);
      case NUMBERED -> new NumberedStates(words, FIRST_SLOTS, threads, budget);
    };
  }
}
