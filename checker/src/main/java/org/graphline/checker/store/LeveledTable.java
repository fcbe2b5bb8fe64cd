package org.graphline.checker.store;

import org.graphline.checker.space.MemoryBudget;

/// A table beside which only the states of two levels are kept.
abstract class LeveledTable extends Table {
  final int words;
  private final Pages pages;

  LeveledTable(int words, int slotBytes, long slots, int threads, MemoryBudget budget) {
    super(slotBytes, slots, threads, budget);
    this.words = words;
    this.pages = new Pages(NewStates.pageBytes(words), budget);
  }

  final NewStates newStates() {
    return new NewStates(pages, words);
  }

  @Override
  public final long bytes() {
    return super.bytes() + pages.bytes();
  }

  @Override
  public final void recycle(Piece piece) {
    pages.giveBack(piece.memory());
  }

  @Override
  public final void close() {
    super.close();
    pages.close();
  }
}
