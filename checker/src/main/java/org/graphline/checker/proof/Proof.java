package org.graphline.checker.proof;

import java.util.Locale;

/// A proof of deadlock freedom that needed no search.
///
/// @param argument   what carried it
/// @param components instances of the network
/// @param pairs      pairs of neighbors looked at
/// @param invariants sums that are the same in all states, as far as they were needed
/// @param traps      sets of places that never lose their last token, as far as they were needed
public record Proof(Argument argument, long components, long pairs, int invariants, int traps) {

  /// A proof that needs no more than pairs.
  public Proof(Argument argument, long components, long pairs) {
    this(argument, components, pairs, 0, 0);
  }

  /// What carries a proof.
  public enum Argument {
    /// For nobody there is a local state in which it could be stuck.
    ARC_CONSISTENCY("arc consistency"),
    /// Every cycle of waits would contradict how many rounds neighbors may be ahead of each other.
    VARIANTS("variant functions"),
    /// No local states that any two neighbors can have together are stuck, nor are they reachable.
    SATISFIABILITY("satisfiability");

    private final String words;

    Argument(String words) {
      this.words = words;
    }

    /// Returns its name.
    public String words() {
      return words;
    }
  }

  /// Returns the argument and what it looked at, `satisfiability, 90 pairs of neighbors, 2 invariants, 1 trap`.
  public String describe() {
    return argument.words + counted(pairs, "pair of neighbors", "pairs of neighbors")
        + (invariants > 0 ? counted(invariants, "invariant", "invariants") : "")
        + (traps > 0 ? counted(traps, "trap", "traps") : "");
  }

  static String counted(long number, String one, String many) {
    return String.format(Locale.ROOT, ", %,d %s", number, number == 1 ? one : many);
  }
}
