package org.graphline.checker.engine;

import org.graphline.checker.verdict.Reason;

/// A limit was hit.
public final class GaveUp extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Reason reason;

  public GaveUp(Reason reason) {
    super("gave up", null, false, false);
    this.reason = reason;
  }

  /// Returns which limit.
  public Reason reason() {
    return reason;
  }
}
