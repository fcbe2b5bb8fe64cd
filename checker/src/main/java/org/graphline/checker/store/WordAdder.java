package org.graphline.checker.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.Consumer;

/// The only adder of a [WordSet].
final class WordAdder extends Adder {
  private static final int BATCH = 64;

  private final WordSet set;
  private final NewStates fresh;
  private final long[] keys = new long[BATCH];
  private final long[] slots = new long[BATCH];
  private final long[] seen = new long[BATCH];
  private MemorySegment table;
  private int shift;
  private int waiting;

  WordAdder(WordSet set, NewStates fresh) {
    this.set = set;
    this.fresh = fresh;
  }

  @Override
  public void begin() {
    look();
  }

  @Override
  public void finish() {
    waiting = 0;
  }

  @Override
  public void add(long[] states, int from, int to) {
    int next = from;
    while (to - next >= BATCH - waiting) {
      int until = next + BATCH - waiting;
      stage(states, next, until);
      next = until;
      flush();
    }
    stage(states, next, to);
  }

  private void stage(long[] states, int from, int to) {
    MemorySegment memory = table;
    int at = waiting;
    for (int i = from; i < to; i++) {
      long key = states[i] + 1;
      long slot = Hash.of(key) >>> shift;
      keys[at] = key;
      slots[at] = slot;
      seen[at] = memory.getAtIndex(ValueLayout.JAVA_LONG, slot);
      at++;
    }
    waiting = at;
  }

  @Override
  public void flush() {
    int count = waiting;
    waiting = 0;
    int added = 0;
    for (int i = 0; i < count; i++) {
      if (seen[i] != keys[i] && isNew(keys[i], slots[i])) {
        added++;
      }
    }
    if (added > 0) {
      set.added(added);
      look();
    }
  }

  private boolean isNew(long key, long home) {
    MemorySegment memory = table;
    long last = (1L << -shift) - 1;
    for (long slot = home;; slot = slot + 1 & last) {
      long there = memory.getAtIndex(ValueLayout.JAVA_LONG, slot);
      if (there == key) {
        return false;
      }
      if (there == 0) {
        fresh.reserve();
        memory.setAtIndex(ValueLayout.JAVA_LONG, slot, key);
        fresh.append(key - 1);
        return true;
      }
    }
  }

  @Override
  public void takeNew(Consumer<Piece> taker) {
    fresh.hand(taker);
  }

  private void look() {
    table = set.table();
    shift = set.shift();
  }
}
