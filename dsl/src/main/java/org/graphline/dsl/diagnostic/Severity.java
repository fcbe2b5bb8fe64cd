package org.graphline.dsl.diagnostic;

import java.util.Locale;

/// How bad a diagnostic is.
public enum Severity {
  /// The file means nothing until this is repaired.
  ERROR,
  /// The file means something, perhaps not what was intended.
  WARNING;

  /// Returns the word used in messages.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
