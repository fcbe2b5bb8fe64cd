package org.graphline.checker.store;

import org.graphline.checker.space.MemoryBudget;

/// Ways to store states.
public enum Storage {
  /// Every state, in whatever way is fastest.
  EXACT,
  /// Every state, numbered.
  NUMBERED;

  private static final long FIRST_SLOTS = 1 << 14;

  /// Returns a new store of this kind for states of `words` words, filled by `threads` threads.
  public Store create(int words, int threads, MemoryBudget budget) {
    return switch (this) {
      case EXACT -> words == 1 ? new WordSet(FIRST_SLOTS, threads, budget)
          : new NumberedStates(words, FIRST_SLOTS, threads, budget);
      case NUMBERED -> new NumberedStates(words, FIRST_SLOTS, threads, budget);
    };
  }
}
