package org.graphline.checker.candidate;

import java.util.function.BooleanSupplier;

/// How much a search may still do, until somebody calls it off.
final class Budget {
  private static final long LOOK_EVERY = 1 << 16;

  private final BooleanSupplier isOver;
  private long left;
  private long nextLook;

  /// @param work   steps looked at, and facts of plans, at most
  /// @param isOver asked now and then whether to give up
  Budget(long work, BooleanSupplier isOver) {
    this.isOver = isOver;
    this.left = work;
    this.nextLook = work;
  }

  /// Counts some work; reports whether there may be more.
  boolean spend(long work) {
    left -= work;
    if (left < nextLook) {
      nextLook = left - LOOK_EVERY;
      if (isOver.getAsBoolean()) {
        left = -1;
      }
    }
    return left >= 0;
  }

  /// Reports whether there may be more.
  boolean isLeft() {
    return left >= 0;
  }

  /// Returns a part of what is left, which counts as spent.
  Budget part(long most) {
    long work = Math.min(most, left);
    left -= work;
    return new Budget(work, isOver);
  }

  /// Takes back what a part has left over.
  void giveBack(Budget part) {
    left = part.left < 0 && isOver.getAsBoolean() ? -1 : left + Math.max(0, part.left);
  }
}
