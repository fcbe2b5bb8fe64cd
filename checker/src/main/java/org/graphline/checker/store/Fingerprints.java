package org.graphline.checker.store;

import org.graphline.checker.space.MemoryBudget;

/// A store that keeps 64 bits of hash of each state. Of states that share them all but one are lost.
///
/// Stern, Dill: A New Scheme for Memory-Efficient Probabilistic Verification, FORTE 1996.
public final class Fingerprints extends KeyTable {
  private volatile boolean leftOut;

  /// An empty store with `slots` slots at least for a start, filled by `threads` threads.
  public Fingerprints(int words, long slots, int threads, MemoryBudget budget) {
    super(words, slots, threads, budget);
  }

  @Override
  public Adder adder() {
    return new FingerprintAdder(this, newStates());
  }

  /// Returns how much of each level's states each thread may keep.
  long levelBytes() {
    return Storage.levelBytes(threads, budget);
  }

  void leaveOut() {
    leftOut = true;
  }

  @Override
  public boolean leftOut() {
    return leftOut;
  }

  @Override
  long hash(long key) {
    return key;
  }

  @Override
  public boolean exact() {
    return false;
  }

  /// Returns how many pairs of states share a hash if hashes are drawn at random.
  @Override
  public double expectedLost() {
    return (double) size() * size() / 2 / 0x1p64;
  }
}
