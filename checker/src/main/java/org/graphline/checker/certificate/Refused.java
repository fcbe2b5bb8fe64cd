package org.graphline.checker.certificate;

/// A certificate does not prove what it says; the message is one sentence.
public final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean tooLarge;

  /// @param message what is wrong with it
  public Refused(String message) {
    this(message, false);
  }

  private Refused(String message, boolean tooLarge) {
    super(message);
    this.tooLarge = tooLarge;
  }

  /// Returns why a certificate is not looked at, though it may be right.
  static Refused tooLarge(String message) {
    return new Refused(message, true);
  }

  /// Reports whether it was not looked at to the end, as that would take too much.
  public boolean isTooLarge() {
    return tooLarge;
  }
}
