package org.graphline.checker.store;

import java.util.concurrent.atomic.AtomicLong;
import org.graphline.checker.space.MemoryBudget;

/// A store that keeps three bits set for each state, in a table of fixed size; a state whose bits were set already, by
/// others, is lost. Used where even hashes would not fit.
///
/// Holzmann: An Analysis of Bitstate Hashing, Formal Methods in System Design 13, 1998; Bloom 1970.
public final class BitTable implements Store {
  static final int BITS_EACH = 3;

  final int words;
  private final Block bits;
  private final Pages pages;
  private final AtomicLong size = new AtomicLong();

  /// An empty store that keeps its bits in `bytes` bytes.
  public BitTable(int words, long bytes, MemoryBudget budget) {
    this.words = words;
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

  /// Returns how many states are lost on average if `n` others are kept and all bits are drawn at random: the sum of
  /// `p / (1 - p)` over the states kept, where `p` is the cube of the share of bits set when each of them came.
  @Override
  public double expectedLost() {
    double all = bits.bytes() * (double) Byte.SIZE;
    long kept = size();
    int parts = 1000;
    double lost = 0;
    for (int i = 0; i < parts; i++) {
      double before = kept * (i + 0.5) / parts;
      double share = Math.pow(1 - Math.exp(-BITS_EACH * before / all), BITS_EACH);
      lost += share / (1 - share) * kept / parts;
    }
    return lost;
  }

  @Override
  public void close() {
    bits.close();
    pages.close();
  }
}
