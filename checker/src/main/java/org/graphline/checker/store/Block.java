package org.graphline.checker.store;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.graphline.checker.space.MemoryBudget;

/// Zeroed memory outside the heap, which does not wait for the garbage collector to be free again.
///
/// Measured against arrays: as fast in the searches' loops, never copied, not bound to the size of the heap,
/// and larger than 2^31 words in one piece.
final class Block implements AutoCloseable {
  private static final int LINE = 64;

  final MemorySegment memory;
  private final Arena arena = Arena.ofShared();
  private final MemoryBudget budget;

  /// Takes `bytes` from `budget`.
  ///
  /// @throws MemoryBudget.Exhausted if it has not as many left, or the machine has not
  Block(long bytes, MemoryBudget budget) {
    this.budget = budget;
    budget.reserve(bytes);
    try {
      memory = arena.allocate(bytes, LINE);
    } catch (OutOfMemoryError e) {
      arena.close();
      budget.release(bytes);
      throw new MemoryBudget.Exhausted();
    }
  }

  long bytes() {
    return memory.byteSize();
  }

  @Override
  public void close() {
    budget.release(memory.byteSize());
    arena.close();
  }
}
