package org.graphline.dsl.ast;

import java.util.Optional;
import org.graphline.model.source.Span;

/// A port of a component, or one that a graph exposes.
public sealed interface Port extends Member {

  /// Returns the text of the doc comment before it, marks removed.
  Optional<String> doc();

  /// `in strokes: Blob;` or `out take[2]: signal;`. With `size` it is a row of ports.
  record Data(
      Optional<String> doc,
      Direction direction,
      Name name,
      Optional<Expression> size,
      TypeName type,
      Span span)
      implements Port {}

  /// `client store: Job -> signal;` or `server put[2]: Job -> signal;`.
  record Service(
      Optional<String> doc,
      Role role,
      Name name,
      Optional<Expression> size,
      TypeName request,
      TypeName answer,
      Span span)
      implements Port {}

  /// `barrier tick;`
  record Barrier(Optional<String> doc, Name name, Span span) implements Port {}

  /// Which way letters go.
  enum Direction {
    IN,
    OUT
  }

  /// Who asks and who answers.
  enum Role {
    CLIENT,
    SERVER
  }
}
