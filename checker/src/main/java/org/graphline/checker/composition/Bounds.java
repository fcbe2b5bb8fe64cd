package org.graphline.checker.composition;

import java.util.function.BooleanSupplier;

/// How much a composition may cost.
///
/// @param states      states of two parts together, at most
/// @param transitions their transitions, at most
/// @param isOver      asked now and then whether to give up
public record Bounds(int states, int transitions, BooleanSupplier isOver) {

  /// Reports whether two parts together are too large to go on.
  ///
  /// @throws OutOfReach if it was called off
  boolean isTooMuch(int found, int steps) {
    if (isOver.getAsBoolean()) {
      throw new OutOfReach("called off");
    }
    return found > states || steps > transitions;
  }
}
