package org.graphline.checker.proof;

import java.util.function.BooleanSupplier;

/// How much may still be tried for a proof: so many steps, and as long as nobody calls it off.
final class Effort {
  /// A minute or a few.
  private static final long MOST = 1L << 27;
  private static final long LOOK_EVERY = 1 << 12;
  private static final int COST_OF_A_ROUND = 1 << 14;

  private final BooleanSupplier isOver;
  private long spent;
  private long nextLook;

  /// @param isOver asked now and then whether to give up
  Effort(BooleanSupplier isOver) {
    this.isOver = isOver;
  }

  /// It was too much; nothing is proved.
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Exhausted() {
      super("no proof within the effort allowed", null, false, false);
    }
  }

  /// Counts `steps` more.
  ///
  /// @throws Exhausted if that is too much
  void spend(long steps) {
    spent += steps;
    if (spent >= nextLook) {
      nextLook = spent + LOOK_EVERY;
      if (spent > MOST || isOver.getAsBoolean()) {
        throw new Exhausted();
      }
    }
  }

  /// Counts a round of a solver, which asks whether to give up; it need not.
  ///
  /// @throws Exhausted if that is too much
  boolean isOverAfterRound() {
    spend(COST_OF_A_ROUND);
    return false;
  }
}
