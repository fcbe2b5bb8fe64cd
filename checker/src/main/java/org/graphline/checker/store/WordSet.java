package org.graphline.checker.store;

import org.graphline.checker.space.MemoryBudget;

/// The store for states of one word: a table in which the state, plus one, is its own key.
public final class WordSet extends KeyTable {

  /// An empty set with `slots` slots at least for a start, filled by `threads` threads.
  public WordSet(long slots, int threads, MemoryBudget budget) {
    super(1, slots, threads, budget);
  }

  @Override
  public Adder adder() {
    return new WordAdder(this, newStates());
  }

  @Override
  long hash(long key) {
    return Hash.of(key);
  }

  @Override
  public double expectedLost() {
    return 0;
  }
}
