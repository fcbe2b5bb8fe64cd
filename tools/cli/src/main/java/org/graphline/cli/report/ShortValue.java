package org.graphline.cli.report;

import java.util.stream.Collectors;
import org.graphline.model.value.Value;

/// A value in as few characters as tell it apart: what stands over an arrow.
final class ShortValue {
  private ShortValue() {}

  /// Returns the value without field names and without the names of enumerations.
  static String of(Value value) {
    return switch (value) {
      case Value.Constant(var type, int ordinal) -> type.constants().get(ordinal);
      case Value.Structure(var type, var fields) ->
          fields.stream().map(ShortValue::of)
              .collect(Collectors.joining(", ", type.name().simple() + "{", "}"));
      case Value.Sequence(var elements) ->
          elements.stream().map(ShortValue::of).collect(Collectors.joining(", ", "[", "]"));
      case Value.Bool _, Value.Int _, Value.Signal _, Value.Token _ -> value.display();
    };
  }
}
