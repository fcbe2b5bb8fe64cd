package org.graphline.model.value;

import java.util.List;

/// A type with every bound known: the finite data of one elaborated network.
public sealed interface DataType {

  /// `bool`.
  record Bool() implements DataType {}

  /// `low..high`, both ends included; `low <= high`.
  record Range(int low, int high) implements DataType {}

  /// An enumeration; its constants are numbered from 0 in the order written.
  record Enumeration(QualifiedName name, List<String> constants) implements DataType {
    public Enumeration {
      constants = List.copyOf(constants);
    }
  }

  /// A record; immutable, its fields in the order written.
  record Structure(QualifiedName name, List<Field> fields) implements DataType {
    public Structure {
      fields = List.copyOf(fields);
    }
  }

  /// One field of a [Structure].
  record Field(String name, DataType type) {}

  /// `list<element, capacity>`.
  record Sequence(DataType element, int capacity) implements DataType {}

  /// `signal`, with its one value.
  record Signal() implements DataType {}

  /// `text`: a Java `String`, one token to the checker.
  record Text() implements DataType {}

  /// `time`: a Java `Duration`, one token to the checker.
  record Time() implements DataType {}

  /// A Java class the language cannot look into.
  ///
  /// @param colors the tokens told apart by the check at hand; empty when all values are one token
  record Opaque(QualifiedName name, String javaClass, List<String> colors) implements DataType {
    public Opaque {
      colors = List.copyOf(colors);
    }
  }

  /// Returns how many values this type has, or `Long.MAX_VALUE` when there are more than fit.
  default long cardinality() {
    return switch (this) {
      case Bool _ -> 2;
      case Range(int low, int high) -> (long) high - low + 1;
      case Enumeration(_, var constants) -> constants.size();
      case Structure(_, var fields) -> fields.stream().mapToLong(f -> f.type().cardinality())
          .reduce(1, DataType::saturatedProduct);
      case Sequence(var element, int capacity) -> sequences(element.cardinality(), capacity);
      case Signal _, Text _, Time _ -> 1;
      case Opaque(_, _, var colors) -> Math.max(1, colors.size());
    };
  }

  /// Reports whether the checker knows each value exactly, so that the language may compare and branch on it.
  default boolean isFinite() {
    return switch (this) {
      case Bool _, Range _, Enumeration _, Signal _ -> true;
      case Structure(_, var fields) -> fields.stream().allMatch(f -> f.type().isFinite());
      case Sequence(var element, _) -> element.isFinite();
      case Text _, Time _, Opaque _ -> false;
    };
  }

  /// Returns the type as it is written in source.
  default String display() {
    return switch (this) {
      case Bool _ -> "bool";
      case Range(int low, int high) -> low + ".." + high;
      case Enumeration(var name, _) -> name.simple();
      case Structure(var name, _) -> name.simple();
      case Sequence(var element, int capacity) -> "list<" + element.display() + ", " + capacity + ">";
      case Signal _ -> "signal";
      case Text _ -> "text";
      case Time _ -> "time";
      case Opaque(var name, _, _) -> name.simple();
    };
  }

  private static long sequences(long each, int capacity) {
    long total = 0;
    long power = 1;
    for (int length = 0; length <= capacity; length++) {
      total = total > Long.MAX_VALUE - power ? Long.MAX_VALUE : total + power;
      power = saturatedProduct(power, each);
    }
    return total;
  }

  private static long saturatedProduct(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    return high != 0 || low < 0 ? Long.MAX_VALUE : low;
  }
}
