package org.graphline.dsl.ast;

import org.graphline.model.source.Span;

/// A type as written.
public sealed interface TypeName {

  /// Returns the place of the whole type.
  Span span();

  /// A name: `bool`, `signal`, `text`, `time`, a declared type or a type parameter.
  record Named(QualifiedName name, Span span) implements TypeName {}

  /// `lo..hi`
  record Interval(Range range, Span span) implements TypeName {}

  /// `list<T, n>`
  record ListOf(TypeName element, Expression capacity, Span span) implements TypeName {}
}
