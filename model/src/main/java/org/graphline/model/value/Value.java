package org.graphline.model.value;

import java.util.List;
import java.util.stream.Collectors;

/// One value of a [DataType]. Opaque values are tokens: the checker knows that there is one, not what it is.
public sealed interface Value {

  /// A truth value.
  record Bool(boolean value) implements Value {}

  /// An integer of some range.
  record Int(int value) implements Value {}

  /// A constant of an enumeration, by its position.
  record Constant(DataType.Enumeration type, int ordinal) implements Value {}

  /// A record value, one value a field.
  record Structure(DataType.Structure type, List<Value> fields) implements Value {
    public Structure {
      fields = List.copyOf(fields);
    }
  }

  /// A list value.
  record Sequence(List<Value> elements) implements Value {
    public Sequence {
      elements = List.copyOf(elements);
    }
  }

  /// The one value of `signal`.
  record Signal() implements Value {}

  /// Some opaque value.
  ///
  /// @param label what a story calls it: the color's name, or the type's name when the type has no colors
  record Token(String label) implements Value {}

  /// Returns the value as a source literal, tokens by their label.
  default String display() {
    return switch (this) {
      case Bool(boolean value) -> Boolean.toString(value);
      case Int(int value) -> Integer.toString(value);
      case Constant(var type, int ordinal) -> type.name().simple() + "." + type.constants().get(ordinal);
      case Structure(var type, var fields) -> {
        var text = new StringBuilder(type.name().simple()).append('{');
        for (int i = 0; i < fields.size(); i++) {
          text.append(i == 0 ? "" : ", ").append(type.fields().get(i).name()).append(": ")
              .append(fields.get(i).display());
        }
        yield text.append('}').toString();
      }
      case Sequence(var elements) ->
          elements.stream().map(Value::display).collect(Collectors.joining(", ", "[", "]"));
      case Signal _ -> "";
      case Token(var label) -> label;
    };
  }
}
