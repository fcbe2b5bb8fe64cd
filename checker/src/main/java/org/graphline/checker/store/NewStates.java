package org.graphline.checker.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.graphline.checker.space.MemoryBudget;

/// The states one thread found, copied into pages of their own; for stores from which they could not be read
/// again.
final class NewStates {
  private static final int PAGE_BYTES = 1 << 16;
  private static final int PAGE_STATES = 256;

  private final Pages pages;
  private final int words;
  private final int perPage;
  private final List<Piece> full = new ArrayList<>();
  private MemorySegment page;
  private int size;

  NewStates(Pages pages, int words) {
    this.pages = pages;
    this.words = words;
    this.perPage = pageBytes(words) / Long.BYTES / words;
  }

  /// Returns the size of pages for states of `words` words.
  static int pageBytes(int words) {
    return Math.max(PAGE_BYTES, PAGE_STATES * Long.BYTES * words);
  }

  /// Makes room for `count` more states and reports whether that is possible: if there is memory for it, and if the
  /// states found since the last time that they were handed over take no more than this thread's share of `mostBytes`.
  boolean reserveIfPossible(int count, long mostBytes) {
    if (size + count > perPage && (full.size() + 2L) * page.byteSize() > mostBytes) {
      return false;
    }
    try {
      reserve(count);
      return true;
    } catch (MemoryBudget.Exhausted _) {
      return false;
    }
  }

  /// Makes room for `count` more states. To be called before they enter the store, so that none is there but
  /// not here.
  void reserve(int count) {
    if (page == null) {
      page = pages.take();
    } else if (size + count > perPage) {
      turn();
      page = pages.take();
    }
  }

  void append(long word) {
    page.setAtIndex(ValueLayout.JAVA_LONG, size++, word);
  }

  void append(long first, long second) {
    page.setAtIndex(ValueLayout.JAVA_LONG, 2L * size, first);
    page.setAtIndex(ValueLayout.JAVA_LONG, 2L * size + 1, second);
    size++;
  }

  void append(long[] states, int at) {
    MemorySegment.copy(states, at, page, ValueLayout.JAVA_LONG, (long) size * words * Long.BYTES, words);
    size++;
  }

  void hand(Consumer<Piece> taker) {
    if (size > 0) {
      turn();
    }
    full.forEach(taker);
    full.clear();
  }

  private void turn() {
    full.add(new Piece(page, 0, words, size));
    page = null;
    size = 0;
  }
}
