package org.graphline.runtime;

/// An error state (ruling R1): a range left, an assertion failed, a list overfilled, nothing to wait for.
public final class ErrorState extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ErrorState(String message) {
    super(message);
  }
}
