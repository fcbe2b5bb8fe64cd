package org.graphline.checker.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.graphline.checker.space.MemoryBudget;

/// The words of numbered states, in pages. A thread asks for blocks of numbers and writes only within its
/// own.
final class StatePages implements AutoCloseable {
  /// Numbers given out at once.
  static final int BLOCK = 1 << 10;

  /// Numbers there can be: what an unsigned `int` plus one holds.
  private static final long NUMBERS = (1L << 32) - BLOCK;

  /// Small beside what any network worth counting takes, large enough for the directory to stay near the processor.
  private static final int PAGE_BYTES = 1 << 18;

  final int words;
  private final int pageShift;
  private final Pages pages;
  private volatile MemorySegment[] directory = new MemorySegment[16];
  private int taken;
  private long given;

  StatePages(int words, MemoryBudget budget) {
    this.words = words;
    this.pageShift = Math.max(Integer.numberOfTrailingZeros(BLOCK),
        63 - Long.numberOfLeadingZeros(PAGE_BYTES / Long.BYTES / words));
    this.pages = new Pages(Math.toIntExact((long) words * Long.BYTES << pageShift), budget);
  }

  /// Gives out the next [#BLOCK] numbers and returns the first one.
  ///
  /// @throws MemoryBudget.Exhausted if there is no memory for their states
  synchronized long takeBlock() {
    if (given >= NUMBERS) {
      throw new MemoryBudget.Exhausted();
    }
    if (given >>> pageShift == taken) {
      MemorySegment page = pages.take();
      MemorySegment[] more = taken < directory.length ? directory : Arrays.copyOf(directory, 2 * taken);
      more[taken++] = page;
      directory = more;
    }
    long first = given;
    given += BLOCK;
    return first;
  }

  /// Returns a number larger than all given out.
  synchronized long bound() {
    return given;
  }

  long bytes() {
    return pages.bytes();
  }

  MemorySegment[] directory() {
    return directory;
  }

  MemorySegment page(MemorySegment[] among, long id) {
    return among[(int) (id >>> pageShift)];
  }

  /// Returns where the state lies in its page, in bytes.
  long offset(long id) {
    return (id & (1L << pageShift) - 1) * words * Long.BYTES;
  }

  void write(long[] states, int at, long id) {
    MemorySegment page = page(directory, id);
    long offset = offset(id);
    for (int i = 0; i < words; i++) {
      page.set(ValueLayout.JAVA_LONG, offset + (long) i * Long.BYTES, states[at + i]);
    }
  }

  /// Reports whether the state `id` has the words at `states[at]`.
  boolean equal(long id, long[] states, int at) {
    MemorySegment page = page(directory, id);
    long offset = offset(id);
    for (int i = 0; i < words; i++) {
      if (page.get(ValueLayout.JAVA_LONG, offset + (long) i * Long.BYTES) != states[at + i]) {
        return false;
      }
    }
    return true;
  }

  /// Returns the states from number `first` up to `last`, exclusive, which lie in one page.
  Piece piece(long first, long last) {
    return new Piece(page(directory, first), offset(first), words, (int) (last - first));
  }

  @Override
  public void close() {
    pages.close();
  }
}
