package org.graphline.dsl.ast;

import org.graphline.model.source.Span;

/// An argument of an instance.
public sealed interface Argument {

  /// Returns the place of the whole argument.
  Span span();

  /// `2`
  record Positional(Expression value, Span span) implements Argument {}

  /// `workers = 2`
  record Named(Name name, Expression value, Span span) implements Argument {}

  /// `workers in 1..4`, one run for each value. The parser lets it through only in a check.
  record Sweep(Name name, Range range, Span span) implements Argument {}

  /// `n in 2..`, all sizes from there on. The parser lets it through only in a check.
  record Open(Name name, Expression first, Span span) implements Argument {}
}
