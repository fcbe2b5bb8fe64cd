package org.graphline.checker.space;

import java.util.concurrent.atomic.AtomicLong;

/// The memory a search may use, counted before it is allocated. For several threads; reserve in big steps.
public final class MemoryBudget {
  private final long limit;
  private final AtomicLong used = new AtomicLong();

  private MemoryBudget(long limit) {
    this.limit = limit;
  }

  /// Returns a budget of `bytes`, or of three quarters of what the heap has left if that is less.
  public static MemoryBudget of(long bytes) {
    long left = heapLeft();
    if (left / 4 * 3 < bytes) {
      // What looks used may be garbage; find out once rather than give up early.
      System.gc();
      left = heapLeft();
    }
    return new MemoryBudget(Math.min(bytes, left / 4 * 3));
  }

  /// Returns a budget of `bytes` outside the heap.
  public static MemoryBudget outsideHeap(long bytes) {
    return new MemoryBudget(bytes);
  }

  /// Counts `bytes` as used.
  ///
  /// @throws Exhausted if there are not as many left
  public void reserve(long bytes) {
    if (used.addAndGet(bytes) > limit) {
      used.addAndGet(-bytes);
      throw new Exhausted();
    }
  }

  /// Counts `bytes` as free again.
  public void release(long bytes) {
    used.addAndGet(-bytes);
  }

  /// Returns how many bytes are counted as used.
  public long used() {
    return used.get();
  }

  /// Returns how many bytes may be used in all.
  public long limit() {
    return limit;
  }

  private static long heapLeft() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
  }

  /// The budget is used up.
  public static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Says that no memory is left, though perhaps the budget is not at fault.
    public Exhausted() {
      super("memory budget used up", null, false, false);
    }
  }
}
