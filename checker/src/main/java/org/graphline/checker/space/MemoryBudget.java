package org.graphline.checker.space;

/// The memory a search may use, counted before it is allocated.
public final class MemoryBudget {
  private final long limit;
  private long used;

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

  /// Counts `bytes` as used.
  ///
  /// @throws Exhausted if there are not as many left
  public void reserve(long bytes) {
    if (used + bytes > limit) {
      throw new Exhausted();
    }
    used += bytes;
  }

  /// Counts `bytes` as free again.
  public void release(long bytes) {
    used -= bytes;
  }

  /// Returns how many bytes are counted as used.
  public long used() {
    return used;
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

    Exhausted() {
      super("memory budget used up", null, false, false);
    }
  }
}
