package org.graphline.model.term;

import java.util.List;
import java.util.stream.Collectors;
import org.graphline.model.source.Span;

/// A path to desks, ports, variables or marks: `peer[0].mixer.speaker`, `w[*].parts`.
public record Reference(List<Part> parts, Span span) {
  public Reference {
    parts = List.copyOf(parts);
  }

  /// One name of the path with its selection.
  public record Part(String name, Selection selection) {}

  /// Which elements of an array are meant.
  public sealed interface Selection {

    /// No brackets.
    record Whole() implements Selection {}

    /// `[e]`.
    record At(Expression index) implements Selection {}

    /// `[*]`.
    record All() implements Selection {}
  }

  /// Returns the path roughly as written, computed indices as `…`.
  public String display() {
    return parts.stream().map(part -> part.name() + switch (part.selection()) {
      case Selection.Whole _ -> "";
      case Selection.At(Expression.IntLiteral(int value, _, _)) -> "[" + value + "]";
      case Selection.At _ -> "[…]";
      case Selection.All _ -> "[*]";
    }).collect(Collectors.joining("."));
  }
}
