package org.graphline.checker.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import org.graphline.checker.space.MemoryBudget;

/// The store for states of two words, the second one short, with a single word for each state.
///
/// The first word is mixed with the second one in a way that can be undone. The highest bits of the outcome say
/// to which line of eight slots a state belongs; only the others are stored, with the second word and with how
/// many lines further on the state lies because those before were full. Cleary: Compact Hash Tables Using
/// Bidirectional Linear Probing, IEEE Transactions on Computers C-33, 1984, keeps marks beside the slots instead.
public final class CompactSet extends LeveledTable {
  /// As much of the second word as fits in a slot while the table is small.
  public static final int MOST_BITS = 12;

  /// Slots of a line of the processor's caches, as a power of two.
  static final int LINE_BITS = 3;

  /// Bits for how many lines further on a state lies, plus one: 0 is a slot that is free. Were slots drawn at random,
  /// fewer than one of 10^20 states would lie further on in a table that is fifteen sixteenths full.
  private static final int FURTHER_BITS = 6;

  /// How often a slot is shifted right to get how much further on its state lies, plus one.
  private static final int FURTHER = Long.SIZE - FURTHER_BITS;

  private static final int LINE_MASK = (1 << LINE_BITS) - 1;
  private static final long SPREAD = 0xA24BAED4963EE407L;
  private static final VarHandle SLOT = ValueLayout.JAVA_LONG.varHandle();

  private final long secondMask;

  /// An empty set for states whose second words have only the lowest `secondBits` bits, at most [#MOST_BITS], with
  /// `slots` slots at least for a start, filled by `threads` threads.
  public CompactSet(int secondBits, long slots, int threads, MemoryBudget budget) {
    super(2, Long.BYTES, Math.max(slots, 1L << secondBits + FURTHER_BITS + LINE_BITS), threads, budget);
    this.secondMask = (1L << secondBits) - 1;
  }

  @Override
  public Adder adder() {
    return new CompactAdder(this, newStates());
  }

  @Override
  public double expectedLost() {
    return 0;
  }

  /// Returns which bits no second word has.
  long unused() {
    return ~secondMask;
  }

  /// Returns what decides where a state belongs. Given the second word, the first one follows from it.
  static long hash(long first, long second) {
    return Hash.of(first + second * SPREAD);
  }

  /// Returns what a state has in its slot if that is in the line where it belongs.
  static long entry(long hash, long second, int shift) {
    int low = shift + LINE_BITS;
    return hash & (1L << low) - 1 | second << low | 1L << FURTHER;
  }

  /// Returns the slot where searching for a hash begins.
  static long home(long hash, int shift) {
    return hash >>> shift;
  }

  /// Puts a state where it belongs, searching from slot `home` on, and reports whether it was not there.
  ///
  /// @param alone whether no other thread does so
  static boolean enter(long entry, long home, MemorySegment slots, int shift, boolean alone) {
    long last = (1L << -shift) - 1;
    long line = home & ~LINE_MASK;
    long mine = entry;
    while (true) {
      for (int i = 0; i <= LINE_MASK; i++) {
        long slot = line | home + i & LINE_MASK;
        long there = slots.getAtIndex(ValueLayout.JAVA_LONG, slot);
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
      mine += 1L << FURTHER;
      if (mine >>> FURTHER == 0) {
        throw new MemoryBudget.Exhausted();
      }
    }
  }

  private static long take(MemorySegment slots, long slot, long mine, boolean alone) {
    if (alone) {
      slots.setAtIndex(ValueLayout.JAVA_LONG, slot, mine);
      return 0;
    }
    return (long) SLOT.compareAndExchange(slots, slot * Long.BYTES, 0L, mine);
  }

  @Override
  void move(MemorySegment from, long first, long last, MemorySegment to, int shift) {
    int low = shift + 1 + LINE_BITS;
    long lines = (1L << Long.SIZE - low) - 1;
    for (long i = first; i < last; i++) {
      long entry = from.getAtIndex(ValueLayout.JAVA_LONG, i);
      if (entry != 0) {
        long line = (i >>> LINE_BITS) - (entry >>> FURTHER) + 1 & lines;
        long hash = line << low | entry & (1L << low) - 1;
        long second = entry >>> low & secondMask;
        enter(entry(hash, second, shift), home(hash, shift), to, shift, threads == 1);
      }
    }
  }
}
