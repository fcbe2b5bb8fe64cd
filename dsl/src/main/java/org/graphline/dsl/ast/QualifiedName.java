package org.graphline.dsl.ast;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.graphline.model.source.Span;

/// One or more names with dots between them.
public record QualifiedName(List<Name> parts, Span span) {

  public QualifiedName {
    parts = List.copyOf(parts);
  }

  /// Returns the last part.
  public Name last() {
    return parts.getLast();
  }

  /// Reports whether there is only one part.
  public boolean isSimple() {
    return parts.size() == 1;
  }

  /// Returns the parts with dots between them.
  public String text() {
    return parts.stream().map(Name::text).collect(joining("."));
  }

  @Override
  public String toString() {
    return text();
  }
}
