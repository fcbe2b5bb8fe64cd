package org.graphline.checker.certificate;

/// A certificate does not prove what it says; the message is one sentence.
public final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  /// @param message what is wrong with it
  public Refused(String message) {
    super(message);
  }
}
