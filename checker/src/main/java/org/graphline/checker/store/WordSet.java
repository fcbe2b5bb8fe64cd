package org.graphline.checker.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.graphline.checker.space.MemoryBudget;

/// The store for states of one word: a flat table in which the state, plus one, is its own key. Open addressing, linear
/// probing.
///
/// It doubles when three quarters full; when there is no memory for that, it is filled to fifteen sixteenths first.
public final class WordSet implements Store {
  private static final int LEAST_SLOTS = 1 << 9;

  private final MemoryBudget budget;
  private final Pages pages;
  private Block table;
  private long limit;
  private long size;

  /// An empty set with `slots` slots at least for a start.
  public WordSet(long slots, MemoryBudget budget) {
    this.budget = budget;
    this.pages = new Pages(NewStates.PAGE_BYTES, budget);
    use(new Block(Math.max(LEAST_SLOTS, Long.highestOneBit(slots * 2 - 1)) * Long.BYTES, budget));
  }

  @Override
  public Adder adder() {
    return new WordAdder(this, new NewStates(pages, 1));
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public long bytes() {
    return table.bytes() + pages.bytes();
  }

  @Override
  public void recycle(Piece piece) {
    pages.giveBack(piece.memory());
  }

  @Override
  public boolean exact() {
    return true;
  }

  @Override
  public void close() {
    table.close();
    pages.close();
  }

  MemorySegment table() {
    return table.memory;
  }

  /// Returns how often a hash is to be shifted right to get a slot.
  int shift() {
    return Long.numberOfLeadingZeros(slots() - 1);
  }

  /// Counts states as added, and grows if it is time.
  void added(int count) {
    size += count;
    if (size > limit) {
      grow();
    }
  }

  private long slots() {
    return table.bytes() / Long.BYTES;
  }

  private void use(Block block) {
    table = block;
    limit = slots() / 4 * 3;
  }

  private void grow() {
    Block old = table;
    try {
      use(new Block(old.bytes() * 2, budget));
    } catch (MemoryBudget.Exhausted e) {
      if (size > slots() / 16 * 15) {
        throw e;
      }
      limit = slots() / 16 * 15;
      return;
    }
    move(old.memory, table.memory, shift());
    old.close();
  }

  private static void move(MemorySegment from, MemorySegment to, int shift) {
    long last = to.byteSize() / Long.BYTES - 1;
    for (long i = 0; i < from.byteSize() / Long.BYTES; i++) {
      long key = from.getAtIndex(ValueLayout.JAVA_LONG, i);
      if (key != 0) {
        long slot = Hash.of(key) >>> shift;
        while (to.getAtIndex(ValueLayout.JAVA_LONG, slot) != 0) {
          slot = slot + 1 & last;
        }
        to.setAtIndex(ValueLayout.JAVA_LONG, slot, key);
      }
    }
  }
}
