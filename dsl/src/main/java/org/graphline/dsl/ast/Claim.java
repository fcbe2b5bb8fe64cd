package org.graphline.dsl.ast;

import org.graphline.model.source.Span;

/// One line of a check: the property, and whether it is expected to hold or, with `not`, to fail.
public record Claim(Expectation expectation, Property property, Span span) {

  /// What the author expects.
  public enum Expectation {
    HOLDS,
    FAILS
  }
}
