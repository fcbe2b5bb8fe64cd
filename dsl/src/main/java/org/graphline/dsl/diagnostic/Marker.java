package org.graphline.dsl.diagnostic;

import org.graphline.model.source.Span;

/// A place and a few words about it. The words may be empty.
public record Marker(Span span, String phrase) {

  /// Returns a marker without words.
  public static Marker at(Span span) {
    return new Marker(span, "");
  }
}
