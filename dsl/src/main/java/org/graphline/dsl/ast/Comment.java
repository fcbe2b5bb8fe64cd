package org.graphline.dsl.ast;

import org.graphline.model.source.Span;

/// A comment as it stands in the file, its marks included.
public record Comment(Kind kind, String text, Span span) {

  /// How a comment is marked.
  public enum Kind {
    /// From `//` to the end of the line.
    LINE,
    /// Between `/*` and `*/`.
    BLOCK,
    /// Between `/**` and `*/`.
    DOC
  }
}
