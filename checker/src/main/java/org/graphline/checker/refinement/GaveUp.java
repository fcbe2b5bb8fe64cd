package org.graphline.checker.refinement;

import org.graphline.checker.verdict.Reason;

/// A limit was hit.
final class GaveUp extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Reason reason;

  GaveUp(Reason reason) {
    super("gave up", null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
