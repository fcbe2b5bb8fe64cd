package org.graphline.checker.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.Consumer;

/// An adder of [Fingerprints].
final class FingerprintAdder extends TableAdder {
  private final Fingerprints store;
  private final NewStates fresh;
  private final int words;
  private final long[] batch;
  private final long[] keys = new long[Table.BATCH];
  private final long[] seen = new long[Table.BATCH];

  FingerprintAdder(Fingerprints store, NewStates fresh) {
    super(store);
    this.store = store;
    this.fresh = fresh;
    this.words = store.words;
    this.batch = new long[Table.BATCH * words];
  }

  @Override
  void stage(long[] states, int from, int to) {
    System.arraycopy(states, from * words, batch, waiting * words, (to - from) * words);
    for (int i = from; i < to; i++) {
      long hash = Hash.of(states, i * words, words);
      keys[waiting] = hash == 0 ? 1 : hash;
      seen[waiting++] = slots.getAtIndex(ValueLayout.JAVA_LONG, hash >>> shift);
    }
  }

  @Override
  void addWaiting(int count) {
    if (!fresh.reserveIfPossible(count, store.levelBytes())) {
      store.leaveOut();
      return;
    }
    for (int i = 0; i < count; i++) {
      if (seen[i] != keys[i] && enter(keys[i], slots)) {
        fresh.append(batch, i * words);
        untold++;
      }
    }
  }

  private boolean enter(long key, MemorySegment memory) {
    return alone ? KeyTable.enter(key, key >>> shift, memory, shift)
        : KeyTable.enterShared(key, key >>> shift, memory, shift);
  }

  @Override
  public void takeNew(Consumer<Piece> taker) {
    fresh.hand(taker);
  }
}
