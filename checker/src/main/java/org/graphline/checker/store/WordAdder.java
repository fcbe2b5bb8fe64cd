package org.graphline.checker.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.Consumer;

/// An adder of a [WordSet].
final class WordAdder extends TableAdder {
  private final NewStates fresh;
  private final long[] keys = new long[Table.BATCH];
  private final long[] homes = new long[Table.BATCH];
  private final long[] seen = new long[Table.BATCH];

  WordAdder(WordSet set, NewStates fresh) {
    super(set);
    this.fresh = fresh;
  }

  @Override
  void stage(long[] states, int from, int to) {
    MemorySegment memory = slots;
    int by = shift;
    long[] mine = keys;
    long[] at = homes;
    long[] there = seen;
    int end = waiting;
    for (int i = from; i < to; i++) {
      long key = states[i] + 1;
      long slot = Hash.of(key) >>> by;
      mine[end] = key;
      at[end] = slot;
      there[end++] = memory.getAtIndex(ValueLayout.JAVA_LONG, slot);
    }
    waiting = end;
  }

  @Override
  void addWaiting(int count) {
    fresh.reserve(count);
    untold += alone ? addAlone(count) : addShared(count);
  }

  private int addAlone(int count) {
    MemorySegment memory = slots;
    long[] mine = keys;
    int added = 0;
    for (int i = 0; i < count; i++) {
      if (seen[i] != mine[i] && KeyTable.enter(mine[i], homes[i], memory, shift)) {
        fresh.append(mine[i] - 1);
        added++;
      }
    }
    return added;
  }

  private int addShared(int count) {
    MemorySegment memory = slots;
    long[] mine = keys;
    int added = 0;
    for (int i = 0; i < count; i++) {
      if (seen[i] != mine[i] && KeyTable.enterShared(mine[i], homes[i], memory, shift)) {
        fresh.append(mine[i] - 1);
        added++;
      }
    }
    return added;
  }

  @Override
  public void takeNew(Consumer<Piece> taker) {
    fresh.hand(taker);
  }
}
