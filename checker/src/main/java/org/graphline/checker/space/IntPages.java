package org.graphline.checker.space;

import java.util.Arrays;

/// A growing array of integers. It grows by pages, so that growing copies nothing and needs no large block.
public final class IntPages {
  private static final int PAGE_BITS = 12;
  private static final int PAGE = 1 << PAGE_BITS;

  private final MemoryBudget budget;
  private int[][] pages = new int[16][];
  private int size;

  /// An empty array whose memory is taken from `budget`.
  public IntPages(MemoryBudget budget) {
    this.budget = budget;
  }

  /// Appends a number.
  public void add(int value) {
    int page = size >>> PAGE_BITS;
    if (page == pages.length) {
      pages = Arrays.copyOf(pages, pages.length * 2);
    }
    if (pages[page] == null) {
      budget.reserve(4L * PAGE);
      pages[page] = new int[PAGE];
    }
    pages[page][size & PAGE - 1] = value;
    size++;
    if (size < 0) {
      throw new MemoryBudget.Exhausted();
    }
  }

  /// Returns the number at `index`.
  public int get(int index) {
    return pages[index >>> PAGE_BITS][index & PAGE - 1];
  }

  /// Replaces the number at `index`.
  public void set(int index, int value) {
    pages[index >>> PAGE_BITS][index & PAGE - 1] = value;
  }

  /// Returns how many numbers there are.
  public int size() {
    return size;
  }

  /// Forgets all numbers but keeps the pages.
  public void clear() {
    size = 0;
  }

  /// Forgets all numbers and gives the pages back.
  public void free() {
    size = 0;
    for (int page = 0; page < pages.length && pages[page] != null; page++) {
      pages[page] = null;
      budget.release(4L * PAGE);
    }
  }
}
