package org.graphline.dsl.ast;

import java.util.List;
import java.util.Optional;
import org.graphline.model.source.Span;

/// A desk, a port, a mark or a row of them, from outside: `peer[0].mixer.speaker`, `w[*].parts`.
public record Reference(List<Part> parts, Span span) {

  public Reference {
    parts = List.copyOf(parts);
  }

  /// One name of a reference.
  public record Part(Name name, Optional<Subscript> subscript, Span span) {}

  /// What stands in brackets after a name.
  public sealed interface Subscript {

    /// Returns the place of the subscript, brackets included.
    Span span();

    /// `[i]`
    record At(Expression index, Span span) implements Subscript {}

    /// `[*]`
    record Every(Span span) implements Subscript {}
  }
}
