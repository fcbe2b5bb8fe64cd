package org.graphline.checker.candidate;

import org.graphline.model.semantics.Label;

/// A step of a run.
///
/// @param letter the letter that passes; 0 if none does
record Taken(Moves.Move move, int letter) {

  /// Returns what happens.
  Label label() {
    return move.offer().labels().get(move.offer().labels().size() > 1 ? letter : 0);
  }
}
