package org.graphline.checker.store;

import java.util.concurrent.atomic.AtomicLong;
import org.graphline.checker.space.MemoryBudget;

/// A store that keeps three bits set for each state, in one word of a table of fixed size; a state whose bits
/// were set already, by others, is lost. Used where even hashes would not fit.
///
/// Holzmann: An Analysis of Bitstate Hashing, Formal Methods in System Design 13, 1998; the bits in one
/// block: Putze, Sanders, Singler: Cache-, Hash- and Space-Efficient Bloom Filters, WEA 2007.
public final class BitTable implements Store {
  static final int BITS_EACH = 3;

  private static final int PARTS = 1000;
  private static final int MOST_PER_WORD = 250;
  private static final double NEARLY_ALL = 1 - 1e-9;

  final int words;
  private final long levelBytes;
  private final Block bits;
  private final Pages pages;
  private final AtomicLong size = new AtomicLong();
  private volatile boolean leftOut;

  /// An empty store that keeps its bits in `bytes` bytes, filled by `threads` threads.
  public BitTable(int words, long bytes, int threads, MemoryBudget budget) {
    this.words = words;
    this.levelBytes = Storage.levelBytes(threads, budget);
    this.bits = new Block(Math.max(Long.BYTES, bytes / Long.BYTES * Long.BYTES), budget);
    this.pages = new Pages(NewStates.pageBytes(words), budget);
  }

  @Override
  public Adder adder() {
    return new BitAdder(this, bits.memory, new NewStates(pages, words));
  }

  void added(int count) {
    size.addAndGet(count);
  }

  /// Returns how much of each level's states each thread may keep.
  long levelBytes() {
    return levelBytes;
  }

  void leaveOut() {
    leftOut = true;
  }

  @Override
  public boolean leftOut() {
    return leftOut;
  }

  @Override
  public long size() {
    return size.get();
  }

  @Override
  public long bytes() {
    return bits.bytes() + pages.bytes();
  }

  @Override
  public void recycle(Piece piece) {
    pages.giveBack(piece.memory());
  }

  @Override
  public boolean exact() {
    return false;
  }

  /// Returns how many states are lost on average if all bits are drawn at random: the sum of `p / (1 - p)`
  /// over the states kept, where `p` is the chance that all bits of another one were set when each of them
  /// came.
  @Override
  public double expectedLost() {
    double each = (double) Long.BYTES / bits.bytes();
    long kept = size();
    double lost = 0;
    for (int i = 0; i < PARTS; i++) {
      double taken = taken(kept * (i + 0.5) / PARTS * each);
      lost += taken / (1 - taken) * kept / PARTS;
    }
    return lost;
  }

  /// Returns the chance that all bits of a state are set when each word was used for `load` states on
  /// average: the number of states of a word has a Poisson distribution.
  private static double taken(double load) {
    if (load > MOST_PER_WORD / 2) {
      return NEARLY_ALL;
    }
    double chance = Math.exp(-load);
    double taken = 0;
    for (int states = 0; states < MOST_PER_WORD; states++) {
      taken += chance * Math.pow(1 - Math.pow(1 - 1.0 / Long.SIZE, BITS_EACH * states), BITS_EACH);
      chance *= load / (states + 1);
    }
    return Math.min(taken, NEARLY_ALL);
  }

  @Override
  public void close() {
    bits.close();
    pages.close();
  }
}
