package org.graphline.checker.verdict;

/// Something a verdict takes for granted.
///
/// @param code `A1` to `A7`, `F` for fairness, `T` for patient timers
/// @param text a short clause
public record Assumption(String code, String text) {

  /// Returns the assumption as one phrase.
  public String display() {
    return text + " (" + code + ")";
  }
}
