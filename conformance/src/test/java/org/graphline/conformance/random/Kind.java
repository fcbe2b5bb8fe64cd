package org.graphline.conformance.random;

/// The types that random programs use.
enum Kind {
  SIGNAL("signal"), BOOL("bool"), BIT("0..1"), TRIT("0..2"), COLOR("Color"), NOTE("Note"), BLOB("Blob");

  private final String text;

  Kind(String text) {
    this.text = text;
  }

  /// Returns the type as written.
  String text() {
    return text;
  }

  /// Returns the greatest number of a range, or -1 for other types.
  int most() {
    return switch (this) {
      case BIT -> 1;
      case TRIT -> 2;
      case SIGNAL, BOOL, COLOR, NOTE, BLOB -> -1;
    };
  }
}
