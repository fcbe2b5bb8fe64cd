package org.graphline.checker.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import org.graphline.checker.space.MemoryBudget;

/// A table of keys of one word, never 0, from which the slot is computed.
abstract class KeyTable extends LeveledTable {
  private static final VarHandle WORD = ValueLayout.JAVA_LONG.varHandle();

  KeyTable(int words, long slots, int threads, MemoryBudget budget) {
    super(words, Long.BYTES, slots, threads, budget);
  }

  /// Returns what decides where a key belongs.
  abstract long hash(long key);

  @Override
  final void move(MemorySegment from, long first, long last, MemorySegment to, int shift) {
    for (long i = first; i < last; i++) {
      long key = from.getAtIndex(ValueLayout.JAVA_LONG, i);
      if (key != 0) {
        long slot = hash(key) >>> shift;
        if (threads == 1) {
          enter(key, slot, to, shift);
        } else {
          enterShared(key, slot, to, shift);
        }
      }
    }
  }

  /// Puts `key` where it belongs, searching from `home` on, and reports whether it was not there.
  static boolean enter(long key, long home, MemorySegment slots, int shift) {
    long last = (1L << -shift) - 1;
    for (long slot = home;; slot = slot + 1 & last) {
      long there = slots.getAtIndex(ValueLayout.JAVA_LONG, slot);
      if (there == key) {
        return false;
      }
      if (there == 0) {
        slots.setAtIndex(ValueLayout.JAVA_LONG, slot, key);
        return true;
      }
    }
  }

  /// Does the same as [#enter] while others do it, too.
  static boolean enterShared(long key, long home, MemorySegment slots, int shift) {
    long last = (1L << -shift) - 1;
    for (long slot = home;; slot = slot + 1 & last) {
      long there = slots.getAtIndex(ValueLayout.JAVA_LONG, slot);
      if (there == 0) {
        there = (long) WORD.compareAndExchange(slots, slot * Long.BYTES, 0L, key);
        if (there == 0) {
          return true;
        }
      }
      if (there == key) {
        return false;
      }
    }
  }
}
