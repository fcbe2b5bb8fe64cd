package org.graphline.checker.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.Consumer;

/// An adder of a [ShortSet].
final class ShortAdder extends TableAdder {
  private final NewStates fresh;
  private final int bits;
  private final long[] batch = new long[Table.BATCH];
  private final int[] entries = new int[Table.BATCH];
  private final long[] homes = new long[Table.BATCH];
  private final int[] seen = new int[Table.BATCH];

  ShortAdder(ShortSet set, NewStates fresh) {
    super(set);
    this.fresh = fresh;
    this.bits = set.bits();
  }

  @Override
  void stage(long[] states, int from, int to) {
    MemorySegment memory = slots;
    int by = shift;
    int width = bits;
    int end = waiting;
    long all = 0;
    for (int i = from; i < to; i++) {
      long state = states[i];
      all |= state;
      batch[end] = state;
      long hash = ShortSet.hash(state, width);
      entries[end] = ShortSet.entry(hash, width, by);
      homes[end] = hash >>> by;
      seen[end++] = memory.getAtIndex(ValueLayout.JAVA_INT, hash >>> by);
    }
    if (all >>> width != 0) {
      throw new AssertionError("a state is longer than was said: " + Long.toHexString(all));
    }
    waiting = end;
  }

  @Override
  void addWaiting(int count) {
    fresh.reserve(count);
    MemorySegment memory = slots;
    int by = shift;
    for (int i = 0; i < count; i++) {
      if (seen[i] != entries[i] && ShortSet.enter(entries[i], homes[i], memory, by, alone)) {
        fresh.append(batch[i]);
        untold++;
      }
    }
  }

  @Override
  public void takeNew(Consumer<Piece> taker) {
    fresh.hand(taker);
  }
}
