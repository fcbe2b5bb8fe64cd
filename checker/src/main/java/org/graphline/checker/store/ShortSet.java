package org.graphline.checker.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import org.graphline.checker.space.MemoryBudget;

/// The store for states of few bits, with half a word for each of them.
///
/// The bits are mixed in a way that can be undone. The highest ones say to which line of sixteen slots a state
/// belongs; only the others are stored, with how many lines further on the state lies because those before were full,
/// as in a [CompactSet]. Most of a search's time goes into waiting for memory, which the threads share, so half of
/// the bytes is worth more than the few instructions it costs.
public final class ShortSet extends LeveledTable {
  /// As many bits as fit in a slot while the table is small.
  public static final int MOST_BITS = 39;

  /// Enough for the lines of the smallest table of many threads.
  private static final int LEAST_BITS = 20;

  /// Slots of a line of the processor's caches, as a power of two.
  private static final int LINE_BITS = 4;

  /// Bits for how many lines further on a state lies, plus one: 0 is a slot that is free.
  private static final int FURTHER_BITS = 6;

  /// How often a slot is shifted right to get how much further on its state lies, plus one.
  private static final int FURTHER = Integer.SIZE - FURTHER_BITS;

  private static final int LINE_MASK = (1 << LINE_BITS) - 1;
  private static final long FACTOR = 0xBEA225F9EB34556DL;
  private static final VarHandle SLOT = ValueLayout.JAVA_INT.varHandle();

  private final int bits;

  /// An empty set for states of the lowest `bits` bits of a word, at most [#MOST_BITS], with `slots` slots at least
  /// for a start, filled by `threads` threads.
  public ShortSet(int bits, long slots, int threads, MemoryBudget budget) {
    super(1, Integer.BYTES, Math.max(slots, 1L << Math.max(0, bits - FURTHER + LINE_BITS)), threads, budget);
    this.bits = Math.max(bits, LEAST_BITS);
  }

  @Override
  public Adder adder() {
    return new ShortAdder(this, newStates());
  }

  @Override
  public double expectedLost() {
    return 0;
  }

  /// Returns how many bits are mixed with each other.
  int bits() {
    return bits;
  }

  /// Returns the bits of a state mixed, as the highest bits of a word.
  static long hash(long state, int bits) {
    int half = bits + 1 >>> 1;
    long all = -1L >>> -bits;
    long hash = (state ^ state >>> half) * FACTOR & all;
    hash = (hash ^ hash >>> half) * FACTOR & all;
    return (hash ^ hash >>> half) * FACTOR << -bits;
  }

  /// Returns what a state has in its slot if that is in the line where it belongs.
  static int entry(long hash, int bits, int shift) {
    return (int) ((hash & (1L << shift + LINE_BITS) - 1) >>> -bits) | 1 << FURTHER;
  }

  /// Puts a state where it belongs, searching from slot `home` on, and reports whether it was not there.
  ///
  /// @param alone whether no other thread does so
  static boolean enter(int entry, long home, MemorySegment slots, int shift, boolean alone) {
    long last = (1L << -shift) - 1;
    long line = home & ~LINE_MASK;
    int mine = entry;
    while (true) {
      for (int i = 0; i <= LINE_MASK; i++) {
        long slot = line | home + i & LINE_MASK;
        int there = slots.getAtIndex(ValueLayout.JAVA_INT, slot);
        if (there == 0) {
          there = take(slots, slot, mine, alone);
          if (there == 0) {
            return true;
          }
        }
        if (there == mine) {
          return false;
        }
      }
      line = line + LINE_MASK + 1 & last;
      mine += 1 << FURTHER;
      if (mine >>> FURTHER == 0) {
        throw new MemoryBudget.Exhausted();
      }
    }
  }

  private static int take(MemorySegment slots, long slot, int mine, boolean alone) {
    if (alone) {
      slots.setAtIndex(ValueLayout.JAVA_INT, slot, mine);
      return 0;
    }
    return (int) SLOT.compareAndExchange(slots, slot * Integer.BYTES, 0, mine);
  }

  @Override
  void move(MemorySegment from, long first, long last, MemorySegment to, int shift) {
    int low = shift + 1 + LINE_BITS;
    long lines = (1L << Long.SIZE - low) - 1;
    for (long i = first; i < last; i++) {
      int entry = from.getAtIndex(ValueLayout.JAVA_INT, i);
      if (entry != 0) {
        long line = (i >>> LINE_BITS) - (entry >>> FURTHER) + 1 & lines;
        long hash = line << low | (entry & (1L << FURTHER) - 1) << -bits;
        enter(entry(hash, bits, shift), hash >>> shift, to, shift, threads == 1);
      }
    }
  }
}
