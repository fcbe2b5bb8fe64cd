package org.graphline.checker.proof;

/// A proof of deadlock freedom that needed no search.
///
/// @param argument   what carried it
/// @param components instances of the network
/// @param pairs      pairs of neighbors looked at
public record Proof(Argument argument, long components, long pairs) {

  /// What carries a proof.
  public enum Argument {
    /// For nobody there is a local state in which it could be stuck.
    ARC_CONSISTENCY("pairs of neighbors, arc consistency"),
    /// Every cycle of waits would contradict how many rounds neighbors may be ahead of each other.
    VARIANTS("pairs of neighbors, variant functions");

    private final String words;

    Argument(String words) {
      this.words = words;
    }

    /// Returns its name for readers.
    public String words() {
      return words;
    }
  }
}
