package org.graphline.checker.verdict;

/// What kind of violation was found. Findings are not errors: the specification is fine, the design is not.
public enum Finding {
  DEADLOCK("DL", "deadlock"),
  LIVELOCK("LL", "livelock"),
  SHUTDOWN("SD", "does not shut down"),
  TERMINATION("SD", "does not terminate"),
  ERROR("ER", "error state"),
  CONDITION("AL", "condition violated"),
  RESPONSE("LT", "effect missing"),
  SCENARIO("SC", "scenario not as told"),
  REFINEMENT("RF", "not what the specification allows"),
  NONDETERMINISM("ND", "not deterministic");

  private final String code;
  private final String title;

  Finding(String code, String title) {
    this.code = code;
    this.title = title;
  }

  /// Returns the two letters that findings of this kind are numbered with.
  public String code() {
    return code;
  }

  /// Returns the kind in a word or two.
  public String title() {
    return title;
  }
}
