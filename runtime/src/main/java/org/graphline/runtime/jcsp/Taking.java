package org.graphline.runtime.jcsp;

import java.util.function.BooleanSupplier;

/// One wait for a letter from one line, in turn with the line's other readers.
final class Taking {
  private final Branch branch;
  private final Inlet inlet;
  private final Line line;
  private final Turn turn;
  private final BooleanSupplier enough;

  /// @param enough says when there is no point in waiting any longer
  Taking(Branch branch, Inlet inlet, BooleanSupplier enough) {
    this.branch = branch;
    this.inlet = inlet;
    this.line = inlet.line;
    this.turn = line.turn();
    this.enough = enough;
  }

  /// Returns the letter, or null if there will be none or it is enough.
  Letter next() {
    try {
      for (;;) {
        branch.goHomeIfOver();
        if (enough.getAsBoolean()) {
          return null;
        }
        if (turn != null && !turn.isMine(branch)) {
          branch.await(branch.wouldRest(), () -> turn.isMine(branch), Wait.toReceive(inlet));
          continue;
        }
        line.expectedBy(branch);
        if (inlet.isFinished()) {
          branch.goHomeIfOver();
          return null;
        }
        if (isThere() && line.read(inlet, branch.line()) instanceof Letter letter) {
          branch.communicated();
          return letter;
        }
      }
    } finally {
      if (turn != null) {
        turn.pass(branch);
      }
    }
  }

  /// Waits for something on the line or the bell. Returns whether it was the line.
  private boolean isThere() {
    return inlet.hasLetter()
        || branch.await(inlet.bellOrLine(branch), branch.wouldRest(), this::isSettled,
            Wait.toReceive(inlet)) == 1;
  }

  private boolean isSettled() {
    return inlet.hasLetter() || inlet.isFinished() || enough.getAsBoolean();
  }
}
