package org.graphline.checker.local;

/// A network has no product that is worth making; other ways to explore it remain.
public final class Unsupported extends Exception {
  private static final long serialVersionUID = 1;

  /// @param reason what is too large or too unusual, a phrase in words of the source
  public Unsupported(String reason) {
    super(reason, null, false, false);
  }
}
