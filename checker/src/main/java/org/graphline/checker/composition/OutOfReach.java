package org.graphline.checker.composition;

/// Composition does not answer: something grows beyond its bounds, is not composed, or was called off.
final class OutOfReach extends RuntimeException {
  private static final long serialVersionUID = 1;

  OutOfReach(String what) {
    super(what, null, false, false);
  }
}
