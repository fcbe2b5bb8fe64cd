package org.graphline.compiler.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.graphline.model.network.Constants;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Port;
import org.graphline.model.term.Type;
import org.graphline.model.value.Value;

/// What is known about values before anything runs: constants, and ranges that lie inside other ranges. What
/// cannot be shown here is checked in the generated code.
public final class Bounds {
  private static final Constants NO_PARAMETERS = Constants.of(List.of(), List.of(), List.of(), Map.of());

  private Bounds() {}

  /// Returns the truth value of a constant condition.
  public static Optional<Boolean> truth(Expression condition) {
    return constant(condition).map(value -> value instanceof Value.Bool(boolean truth) && truth);
  }

  /// Returns the value of a constant integer expression.
  public static OptionalInt integer(Expression expression) {
    return constant(expression).orElse(null) instanceof Value.Int(int value)
        ? OptionalInt.of(value) : OptionalInt.empty();
  }

  /// Reports whether every value of `expression` is one of the range `target`.
  public static boolean fits(Expression expression, Type.Range target) {
    OptionalInt value = integer(expression);
    OptionalInt low = integer(target.low());
    OptionalInt high = integer(target.high());
    boolean isBounded = low.isPresent() && high.isPresent();
    if (value.isPresent() && isBounded) {
      return low.getAsInt() <= value.getAsInt() && value.getAsInt() <= high.getAsInt();
    }
    return expression.type() instanceof Type.Range range && (isSame(range, target)
        || isBounded && within(range, low.getAsInt(), high.getAsInt()));
  }

  /// Reports whether `index` can only name elements that the array `port` has.
  ///
  /// @param loops the ranges that the indices of loops run through
  public static boolean fitsIndex(Expression index, Port port, Map<Integer, Type.Range> loops) {
    Expression size = port.size().orElseThrow(() -> new AssertionError(port.name() + " is no array"));
    OptionalInt count = integer(size);
    OptionalInt value = integer(index);
    if (count.isPresent() && value.isPresent()) {
      return value.getAsInt() >= 0 && value.getAsInt() < count.getAsInt();
    }
    Type type = index instanceof Expression.Use(var variable, _) && loops.containsKey(variable.id())
        ? loops.get(variable.id()) : index.type();
    return type instanceof Type.Range range && (endsBefore(range, size)
        || count.isPresent() && within(range, 0, count.getAsInt() - 1));
  }

  /// Reports whether evaluating `expression` can end in an error state or in an exception from Java, so that
  /// the place has to be noted first.
  public static boolean canFail(Expression expression) {
    return switch (expression) {
      case Expression.ExternCall _, Expression.Anything _ -> true;
      case Expression.ListOperation(var operator, _, _, _, _) ->
          changesOrReads(operator) || anyCanFail(Terms.operands(expression));
      case Expression.Binary(var operator, var left, var right, _, _) ->
          divides(operator) && !isNonZero(right) || canFail(left) || canFail(right);
      case Expression.RecordLiteral literal -> !fieldsFit(literal) || anyCanFail(literal.fields());
      case Expression.IntLiteral _, Expression.BoolLiteral _, Expression.TextLiteral _,
          Expression.DurationLiteral _, Expression.EnumLiteral _, Expression.EmptyList _, Expression.Use _,
          Expression.Inspect _, Expression.Contents _, Expression.Field _, Expression.Unary _,
          Expression.Conditional _ ->
          anyCanFail(Terms.operands(expression));
    };
  }

  /// Reports whether the place has to be noted before `expression` is evaluated. A call of Java whose answer
  /// goes into the trace notes it itself.
  public static boolean needsPlace(Expression expression) {
    return canFail(expression) && !notesItself(expression);
  }

  /// Reports whether the place has to be noted before `expression` is stored where `target` is expected.
  public static boolean needsPlace(Expression expression, Type target) {
    return canFail(expression, target) && !notesItself(expression);
  }

  private static boolean notesItself(Expression expression) {
    return expression instanceof Expression.ExternCall call && isDrawn(call)
        || expression instanceof Expression.Anything(var type, _) && isDrawn(type);
  }

  /// Reports whether the checker tells the answers of a call apart, so that a trace has to name the answer.
  public static boolean isDrawn(Expression.ExternCall call) {
    return !call.function().returnsNothing() && isDrawn(call.function().result());
  }

  /// Reports whether the checker tells values of `type` apart, so that a trace has to name what `anything` is.
  public static boolean isDrawn(Type type) {
    return switch (type) {
      case Type.Bool _, Type.Range _, Type.Enumeration _, Type.Sequence _ -> true;
      case Type.Structure(_, var fields) -> fields.stream().anyMatch(f -> isDrawn(f.type()));
      case Type.Signal _, Type.Text _, Type.Time _, Type.Opaque _, Type.Parameter _ -> false;
    };
  }

  /// Reports whether storing `expression` where `target` is expected can end in an error state.
  public static boolean canFail(Expression expression, Type target) {
    return canFail(expression) || target instanceof Type.Range range && !fits(expression, range);
  }

  /// Reports whether `divisor` is a constant other than 0.
  public static boolean isNonZero(Expression divisor) {
    return integer(divisor).orElse(0) != 0;
  }

  private static boolean anyCanFail(List<Expression> expressions) {
    return expressions.stream().anyMatch(Bounds::canFail);
  }

  private static boolean divides(Expression.BinaryOperator operator) {
    return operator == Expression.BinaryOperator.DIVIDE || operator == Expression.BinaryOperator.REMAINDER;
  }

  private static boolean changesOrReads(Expression.ListOperator operator) {
    return switch (operator) {
      case FIRST, GET, ADD, REMOVE_FIRST -> true;
      case SIZE, IS_EMPTY, IS_FULL -> false;
    };
  }

  private static boolean fieldsFit(Expression.RecordLiteral literal) {
    List<Type.Field> fields = literal.type().fields();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).type() instanceof Type.Range range && !fits(literal.fields().get(i), range)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(Type.Range a, Type.Range b) {
    return Wording.of(a).equals(Wording.of(b));
  }

  /// `0..size - 1`, whatever the size.
  private static boolean endsBefore(Type.Range range, Expression size) {
    return integer(range.low()).orElse(-1) >= 0
        && range.high() instanceof Expression.Binary(var operator, var left, var right, _, _)
        && operator == Expression.BinaryOperator.SUBTRACT
        && integer(right).orElse(0) >= 1
        && Wording.of(left).equals(Wording.of(size));
  }

  private static boolean within(Type.Range range, int low, int high) {
    OptionalInt first = integer(range.low());
    OptionalInt last = integer(range.high());
    return first.isPresent() && last.isPresent() && first.getAsInt() >= low && last.getAsInt() <= high;
  }

  private static Optional<Value> constant(Expression expression) {
    try {
      return Optional.of(NO_PARAMETERS.value(expression));
    } catch (Constants.NotConstant _) {
      return Optional.empty();
    }
  }
}
