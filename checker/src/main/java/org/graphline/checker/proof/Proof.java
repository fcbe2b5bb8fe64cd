package org.graphline.checker.proof;

import java.util.Locale;

/// A proof of deadlock freedom that needed no search.
///
/// @param argument   what carried it
/// @param components instances of the network
/// @param pairs      pairs of neighbors looked at
public record Proof(Argument argument, long components, long pairs) {

  /// What carries a proof.
  public enum Argument {
    /// For nobody there is a local state in which it could be stuck.
    ARC_CONSISTENCY("arc consistency"),
    /// Every cycle of waits would contradict how many rounds neighbors may be ahead of each other.
    VARIANTS("variant functions");

    private final String words;

    Argument(String words) {
      this.words = words;
    }

    /// Returns its name.
    public String words() {
      return words;
    }
  }

  /// Returns the argument and what it looked at, `arc consistency, 12 pairs of neighbors`.
  public String describe() {
    return String.format(Locale.ROOT, "%s, %,d %s of neighbors", argument.words, pairs, pairs == 1 ? "pair" : "pairs");
  }
}
