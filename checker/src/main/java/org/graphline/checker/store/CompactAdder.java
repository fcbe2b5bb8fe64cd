package org.graphline.checker.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.Consumer;

/// An adder of a [CompactSet].
final class CompactAdder extends TableAdder {
  private final NewStates fresh;
  private final long unused;
  private final long[] batch = new long[2 * Table.BATCH];
  private final long[] entries = new long[Table.BATCH];
  private final long[] homes = new long[Table.BATCH];
  private final long[] seen = new long[Table.BATCH];

  CompactAdder(CompactSet set, NewStates fresh) {
    super(set);
    this.fresh = fresh;
    this.unused = set.unused();
  }

  @Override
  void stage(long[] states, int from, int to) {
    MemorySegment memory = slots;
    int by = shift;
    int end = waiting;
    long all = 0;
    for (int i = from; i < to; i++) {
      long first = states[2 * i];
      long second = states[2 * i + 1];
      all |= second;
      batch[2 * end] = first;
      batch[2 * end + 1] = second;
      long hash = CompactSet.hash(first, second);
      long home = CompactSet.home(hash, by);
      entries[end] = CompactSet.entry(hash, second, by);
      homes[end] = home;
      seen[end++] = memory.getAtIndex(ValueLayout.JAVA_LONG, home);
    }
    if ((all & unused) != 0) {
      throw new AssertionError("a second word is longer than was said: " + Long.toHexString(all));
    }
    waiting = end;
  }

  @Override
  void addWaiting(int count) {
    fresh.reserve(count);
    MemorySegment memory = slots;
    int by = shift;
    for (int i = 0; i < count; i++) {
      if (seen[i] != entries[i] && CompactSet.enter(entries[i], homes[i], memory, by, alone)) {
        fresh.append(batch[2 * i], batch[2 * i + 1]);
        untold++;
      }
    }
  }

  @Override
  public void takeNew(Consumer<Piece> taker) {
    fresh.hand(taker);
  }
}
