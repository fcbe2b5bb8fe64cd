package org.graphline.checker.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The states one thread found, copied into pages of their own; for stores from which they could not be read again.
final class NewStates {
  static final int PAGE_BYTES = 1 << 16;

  private final Pages pages;
  private final int words;
  private final int perPage;
  private final List<Piece> full = new ArrayList<>();
  private MemorySegment page;
  private int size;

  NewStates(Pages pages, int words) {
    this.pages = pages;
    this.words = words;
    this.perPage = PAGE_BYTES / Long.BYTES / words;
  }

  /// Makes room for one state. To be called before it enters the store, so that none is there but not here.
  void reserve() {
    if (page == null) {
      page = pages.take();
    }
  }

  void append(long word) {
    page.setAtIndex(ValueLayout.JAVA_LONG, size, word);
    appended();
  }

  void append(long[] states, int at) {
    MemorySegment.copy(states, at, page, ValueLayout.JAVA_LONG, (long) size * words * Long.BYTES, words);
    appended();
  }

  void hand(Consumer<Piece> taker) {
    if (size > 0) {
      full.add(new Piece(page, 0, words, size));
      page = null;
      size = 0;
    }
    full.forEach(taker);
    full.clear();
  }

  private void appended() {
    if (++size == perPage) {
      full.add(new Piece(page, 0, words, size));
      page = null;
      size = 0;
    }
  }
}
