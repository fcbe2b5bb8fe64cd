package org.graphline.checker.space;

/// Packed states, numbered from 0 in the order they were added: what a search of one thread needs that keeps
/// transitions.
///
/// Open addressing with linear probing over a table of numbers; the words lie beside it in pages. The table
/// doubles when two thirds full and is then built anew from the words.
public final class NumberedWords {
  private static final int PAGE_BITS = 14;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final long FIRST = 0x9E3779B97F4A7C15L;
  private static final long SECOND = 0xD6E8FEB86659FD93L;

  private final MemoryBudget budget;
  private final int words;
  private long[][] pages = new long[16][];
  private int[][] table;
  private int mask;
  private int size;

  /// An empty store of states of `words` words whose memory is taken from `budget`.
  public NumberedWords(int words, MemoryBudget budget) {
    this.budget = budget;
    this.words = words;
    allocate(PAGE);
  }

  /// Adds the state at `states[at]` and returns its number, or `~number` if it was there already.
  public int add(long[] states, int at) {
    if (size / 2 > mask / 3) {
      grow();
    }
    int slot = hash(states, at) & mask;
    for (int id; (id = table[slot >>> PAGE_BITS][slot & PAGE - 1] - 1) >= 0; slot = slot + 1 & mask) {
      if (isAt(id, states, at)) {
        return ~id;
      }
    }
    append(states, at);
    table[slot >>> PAGE_BITS][slot & PAGE - 1] = size;
    return size - 1;
  }

  /// Copies the words of a state to the begin of `into`.
  public void read(int id, long[] into) {
    System.arraycopy(pages[id >>> PAGE_BITS], (id & PAGE - 1) * words, into, 0, words);
  }

  /// Returns how many states there are.
  public int size() {
    return size;
  }

  /// Returns what a state takes: its words, and its share of the table.
  public double bytesPerState() {
    double share = mask + 1 == PAGE ? 2 : (double) (mask + 1) / size;
    return Long.BYTES * words + Integer.BYTES * share;
  }

  private boolean isAt(int id, long[] states, int at) {
    long[] page = pages[id >>> PAGE_BITS];
    int from = (id & PAGE - 1) * words;
    for (int i = 0; i < words; i++) {
      if (page[from + i] != states[at + i]) {
        return false;
      }
    }
    return true;
  }

  private void append(long[] states, int at) {
    int page = size >>> PAGE_BITS;
    if (page == pages.length) {
      pages = java.util.Arrays.copyOf(pages, pages.length * 2);
    }
    if (pages[page] == null) {
      budget.reserve((long) Long.BYTES * PAGE * words);
      pages[page] = new long[PAGE * words];
    }
    System.arraycopy(states, at, pages[page], (size & PAGE - 1) * words, words);
    size++;
  }

  private int hash(long[] states, int at) {
    long hash = 0;
    for (int i = 0; i < words; i++) {
      hash = (hash ^ states[at + i]) * FIRST;
      hash = (hash ^ hash >>> 32) * SECOND;
    }
    return (int) (hash >>> 32);
  }

  private void grow() {
    if (mask == Integer.MAX_VALUE >>> 1) {
      throw new MemoryBudget.Exhausted();
    }
    int slots = (mask + 1) * 2;
    budget.reserve(2L * slots);
    budget.release(2L * slots);
    budget.release(4L * (mask + 1));
    table = new int[0][];
    allocate(slots);
    for (int id = 0; id < size; id++) {
      int slot = hash(pages[id >>> PAGE_BITS], (id & PAGE - 1) * words) & mask;
      while (table[slot >>> PAGE_BITS][slot & PAGE - 1] != 0) {
        slot = slot + 1 & mask;
      }
      table[slot >>> PAGE_BITS][slot & PAGE - 1] = id + 1;
    }
  }

  private void allocate(int slots) {
    budget.reserve(4L * slots);
    table = new int[slots >>> PAGE_BITS][PAGE];
    mask = slots - 1;
  }
}
