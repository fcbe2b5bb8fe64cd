package org.graphline.checker.store;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import org.graphline.checker.space.MemoryBudget;

/// Equal pieces of memory outside the heap, given out and taken back; freed all at once. For several threads.
final class Pages implements AutoCloseable {
  private static final int LINE = 64;

  private final int pageBytes;
  private final MemoryBudget budget;
  private final Arena arena = Arena.ofShared();
  private final ArrayDeque<MemorySegment> free = new ArrayDeque<>();
  private long bytes;

  Pages(int pageBytes, MemoryBudget budget) {
    this.pageBytes = pageBytes;
    this.budget = budget;
  }

  /// Returns a page with whatever is in it.
  ///
  /// @throws MemoryBudget.Exhausted if there is no memory for it
  synchronized MemorySegment take() {
    if (!free.isEmpty()) {
      return free.pop();
    }
    budget.reserve(pageBytes);
    try {
      MemorySegment page = arena.allocate(pageBytes, LINE);
      bytes += pageBytes;
      return page;
    } catch (OutOfMemoryError e) {
      budget.release(pageBytes);
      throw new MemoryBudget.Exhausted();
    }
  }

  synchronized void giveBack(MemorySegment page) {
    free.push(page);
  }

  synchronized long bytes() {
    return bytes;
  }

  @Override
  public synchronized void close() {
    arena.close();
    free.clear();
    budget.release(bytes);
    bytes = 0;
  }
}
