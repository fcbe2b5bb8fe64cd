package org.graphline.checker.verdict;

/// Whether the real program can follow a story.
public enum Certainty {
  /// The story needs no answer of Java, no `choose` and no timer.
  CERTAIN,
  /// The story needs Java, a `choose` or a timer to decide as it says.
  POSSIBLE
}
