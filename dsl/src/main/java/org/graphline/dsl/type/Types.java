package org.graphline.dsl.type;

import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Type;

/// What types have to do with each other.
public final class Types {

  /// The type of what is wrong, which has been reported: it fits everywhere.
  public static final Type UNKNOWN = new Type.Parameter("?", -1);

  /// `bool`.
  public static final Type BOOL = new Type.Bool();

  /// `signal`.
  public static final Type SIGNAL = new Type.Signal();

  private Types() {}

  /// Returns an expression that stands for something wrong.
  public static Expression unknown(Span span) {
    return new Expression.Anything(UNKNOWN, span);
  }

  /// Reports whether `type` stands for something wrong.
  public static boolean isUnknown(Type type) {
    return type == UNKNOWN || type instanceof Type.Parameter(_, int index) && index < 0;
  }

  /// Returns the literal `value`.
  public static Expression literal(int value, Span span) {
    return new Expression.IntLiteral(value, range(value, value), span);
  }

  /// Returns `low..high`.
  public static Type range(long low, long high) {
    return new Type.Range(bound(low), bound(high));
  }

  /// Returns a range that holds all of `low..high`, whatever the parameters are.
  public static Type rangeFrom(Expression low, Expression high) {
    long least = Interval.of(low).low();
    return range(least, Math.max(least, Interval.of(high).high()));
  }

  private static Expression bound(long value) {
    int bound = Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    return new Expression.IntLiteral(bound, SIGNAL, Span.BUILT_IN);
  }

  /// Reports whether the language may compare values of `type` and branch on them.
  public static boolean isFinite(Type type) {
    return switch (type) {
      case Type.Bool _, Type.Range _, Type.Enumeration _, Type.Signal _ -> true;
      case Type.Structure(_, var fields) -> fields.stream().allMatch(field -> isFinite(field.type()));
      case Type.Sequence(var element, _) -> isFinite(element);
      case Type.Text _, Type.Time _, Type.Opaque _ -> false;
      case Type.Parameter _ -> isUnknown(type);
    };
  }

  /// Reports whether a value of type `from` may go where one of type `to` is expected. A number may turn out
  /// to be outside its range at run time; that it can never be inside is for the caller to see.
  public static boolean fits(Type from, Type to) {
    if (isUnknown(from) || isUnknown(to)) {
      return true;
    }
    return switch (to) {
      case Type.Range _ -> from instanceof Type.Range;
      case Type.Bool _, Type.Signal _, Type.Text _, Type.Time _ -> from.equals(to);
      case Type.Enumeration(var name, _) -> from instanceof Type.Enumeration(var other, _)
          && other.equals(name);
      case Type.Structure(var name, _) -> from instanceof Type.Structure(var other, _) && other.equals(name);
      case Type.Opaque(var name, _) -> from instanceof Type.Opaque(var other, _) && other.equals(name);
      case Type.Parameter(_, int index) -> from instanceof Type.Parameter(_, int other) && other == index;
      case Type.Sequence(var element, var capacity) -> from instanceof Type.Sequence(var item, var size)
          && fits(item, element) && (!(element instanceof Type.Range) || contains(element, item))
          && (Interval.of(size).high() <= Interval.of(capacity).low() || display(size)
          .equals(display(capacity)));
    };
  }

  /// Reports whether no value of the range `from` is in the range `to`.
  public static boolean neverFits(Type from, Type to) {
    return from instanceof Type.Range && to instanceof Type.Range && !Interval.of(from)
        .meets(Interval.of(to));
  }

  /// Reports whether every value of the range `inner` is in the range `outer`, as far as can be said.
  private static boolean contains(Type outer, Type inner) {
    return Interval.of(outer).contains(Interval.of(inner)) || display(outer).equals(display(inner));
  }

  /// Returns the lowest and highest value of a range, whatever the parameters are.
  public static long[] bounds(Type range) {
    var interval = Interval.of(range);
    return new long[] {interval.low(), interval.high()};
  }

  /// Returns the type as it is written in source.
  public static String display(Type type) {
    return switch (type) {
      case Type.Bool _ -> "bool";
      case Type.Range(var low, var high) -> display(low) + ".." + display(high);
      case Type.Enumeration(var name, _) -> name.simple();
      case Type.Structure(var name, _) -> name.simple();
      case Type.Sequence(var element, var capacity) -> "list<" + display(element) + ", " + display(capacity)
          + ">";
      case Type.Signal _ -> "signal";
      case Type.Text _ -> "text";
      case Type.Time _ -> "time";
      case Type.Opaque(var name, _) -> name.simple();
      case Type.Parameter(var name, _) -> name;
    };
  }

  private static String display(Expression bound) {
    return switch (bound) {
      case Expression.IntLiteral(int value, _, _) -> Integer.toString(value);
      case Expression.Use(var variable, _) -> variable.name();
      case Expression.Binary(var operator, var left, var right, _, _) ->
          display(left) + " " + operator.symbol() + " " + display(right);
      case Expression.Unary(var operator, var operand, _, _) -> operator.symbol() + display(operand);
      default -> "…";
    };
  }
}
