package org.graphline.checker.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;

/// An adder of a [BitTable].
final class BitAdder extends Adder {
  private static final VarHandle WORD = ValueLayout.JAVA_LONG.varHandle();
  private static final int FEW = 1 << 10;

  private final BitTable table;
  private final MemorySegment bits;
  private final long count;
  private final NewStates fresh;
  private final int words;
  private int untold;

  BitAdder(BitTable table, MemorySegment bits, NewStates fresh) {
    this.table = table;
    this.bits = bits;
    this.count = bits.byteSize() / Long.BYTES;
    this.fresh = fresh;
    this.words = table.words;
  }

  @Override
  public void begin() {}

  @Override
  public void add(long[] states, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!fresh.reserveIfPossible(1, table.levelBytes())) {
        table.leaveOut();
      } else if (setBits(Hash.of(states, i * words, words))) {
        fresh.append(states, i * words);
        untold++;
      }
    }
    if (untold >= FEW) {
      flush();
    }
  }

  /// Sets the bits of a hash, all in one word and at once, and reports whether one of them was not set.
  private boolean setBits(long hash) {
    long offset = Math.unsignedMultiplyHigh(hash, count) * Long.BYTES;
    long places = Hash.of(hash);
    long mask = 0;
    for (int i = 0; i < BitTable.BITS_EACH; i++) {
      mask |= 1L << (places >>> 58 - 6 * i);
    }
    return (bits.get(ValueLayout.JAVA_LONG, offset) & mask) != mask
        && ((long) WORD.getAndBitwiseOr(bits, offset, mask) & mask) != mask;
  }

  @Override
  public void flush() {
    table.added(untold);
    untold = 0;
  }

  @Override
  public void settle() {
    flush();
  }

  @Override
  public void finish() {
    flush();
  }

  @Override
  public void takeNew(Consumer<Piece> taker) {
    fresh.hand(taker);
  }
}
