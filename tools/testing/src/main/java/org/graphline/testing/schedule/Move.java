package org.graphline.testing.schedule;

import org.graphline.model.semantics.Label;

/// One item of a schedule.
public sealed interface Move {
  /// Those who take part in a step of the model go on until it is taken.
  record Take(Label label) implements Move {}

  /// A component goes on, to its next statement or wait, whatever comes of it.
  record Let(String desk) implements Move {}
}
