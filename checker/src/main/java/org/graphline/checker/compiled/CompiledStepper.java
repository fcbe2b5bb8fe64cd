package org.graphline.checker.compiled;

import org.graphline.checker.packed.Stepper;
import org.graphline.checker.packed.Suspicion;

/// What the steppers have in common that are made as class files; they add `steps`.
abstract class CompiledStepper extends Stepper {
  /// The set of those who surely move.
  final long[] moved;
  /// How many of the steps are free.
  int free;
  private final Suspicion.Judge judge;

  CompiledStepper(int words, int fanOut, boolean labeled, Suspicion suspicion) {
    super(words, fanOut, labeled);
    this.moved = new long[suspicion.setWords()];
    this.judge = suspicion.judge();
  }

  /// Begins `steps` for a state that is no error state.
  final void begin() {
    for (int i = 0; i < moved.length; i++) {
      moved[i] = 0;
    }
    free = 0;
  }

  /// Ends `steps` for an error state.
  final int faulty() {
    uncounted = 0;
    suspicious = true;
    return 0;
  }

  /// Ends `steps` after `count` steps.
  final int done(long[] states, int at, int count) {
    suspicious = count == free || judge.isSuspicious(states, at, moved);
    return count;
  }
}
