package org.graphline.dsl.elaborate;

import java.util.Optional;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.model.network.Constants;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Type;
import org.graphline.model.value.DataType;
import org.graphline.model.value.Value;

/// Evaluates what must be known before anything runs, and reports what has no value.
final class Evaluator {

  private final Diagnostics diagnostics;

  Evaluator(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /// Returns the value of `expression`, or nothing if it has none.
  Optional<Value> value(Expression expression, Constants constants) {
    try {
      return Optional.of(constants.value(expression));
    } catch (Constants.NotConstant problem) {
      report(problem.expression());
    } catch (ArithmeticException _) {
      report(expression);
    }
    return Optional.empty();
  }

  private void report(Expression expression) {
    switch (expression) {
      case Expression.Binary(var operator, _, _, _, var span) -> {
        boolean divides = operator == Expression.BinaryOperator.DIVIDE
            || operator == Expression.BinaryOperator.REMAINDER;
        diagnostics.add(divides ? DiagnosticId.DIVISION_BY_ZERO : DiagnosticId.NUMBER_MAY_OVERFLOW,
            divides ? "this divides by zero" : "this is more than 32 bits hold", span);
      }
      case Expression.Unary(_, _, _, var span) ->
          diagnostics.add(DiagnosticId.NUMBER_MAY_OVERFLOW, "this is more than 32 bits hold", span);
      default -> {}
    }
  }

  /// Returns the number that `expression` stands for, or nothing if there is none.
  Optional<Integer> integer(Expression expression, Constants constants) {
    return value(expression, constants).flatMap(value ->
        value instanceof Value.Int(int number) ? Optional.of(number) : Optional.empty());
  }

  /// Returns the type with its bounds evaluated, or nothing if that is not a type with values.
  Optional<DataType> type(Type type, Constants constants, Span span) {
    if (isUnknown(type)) {
      return Optional.empty();
    }
    try {
      var evaluated = constants.type(type);
      return hasValues(evaluated, span) ? Optional.of(evaluated) : Optional.empty();
    } catch (Constants.NotConstant problem) {
      report(problem.expression());
      return Optional.empty();
    }
  }

  /// Reports whether something in `type` was wrong and has been reported.
  private static boolean isUnknown(Type type) {
    return switch (type) {
      case Type.Parameter(_, int index) -> index < 0;
      case Type.Structure(_, var fields) -> fields.stream().anyMatch(field -> isUnknown(field.type()));
      case Type.Sequence(var element, var capacity) -> isUnknown(element)
          || capacity instanceof Expression.Anything;
      case Type.Range(var low, var high) -> low instanceof Expression.Anything
          || high instanceof Expression.Anything;
      case Type.Bool _, Type.Enumeration _, Type.Signal _, Type.Text _, Type.Time _, Type.Opaque _ -> false;
    };
  }

  private boolean hasValues(DataType type, Span span) {
    return switch (type) {
      case DataType.Range(int low, int high) when low > high -> {
        diagnostics.add(Diagnostic.of(DiagnosticId.EMPTY_RANGE,
            "with these arguments the range is `" + low + ".." + high + "`, which holds no number", span));
        yield false;
      }
      case DataType.Sequence(_, int capacity) when capacity < 1 -> {
        diagnostics.add(DiagnosticId.ROW_WITHOUT_ELEMENTS,
            "with these arguments the list has room for nothing", span);
        yield false;
      }
      case DataType.Sequence(var element, _) -> hasValues(element, span);
      case DataType.Structure(_, var fields) -> fields.stream()
          .allMatch(field -> hasValues(field.type(), span));
      case DataType.Bool _, DataType.Range _, DataType.Enumeration _, DataType.Signal _, DataType.Text _,
          DataType.Time _, DataType.Opaque _ -> true;
    };
  }

  /// Reports whether every value of `inner` is one of `outer` (rule R21).
  static boolean contains(DataType outer, DataType inner) {
    return switch (outer) {
      case DataType.Range(int low, int high) ->
          inner instanceof DataType.Range(int least, int most) && low <= least && most <= high;
      case DataType.Sequence(var element, int capacity) ->
          inner instanceof DataType.Sequence(var item, int size) && size <= capacity
              && contains(element, item);
      case DataType.Structure(var name, var fields) ->
          inner instanceof DataType.Structure(var other, var given) && name.equals(other)
              && fields.equals(given);
      case DataType.Opaque(var name, _, _) -> inner instanceof DataType.Opaque(var other, _, _)
          && name.equals(other);
      case DataType.Bool _, DataType.Enumeration _, DataType.Signal _, DataType.Text _, DataType.Time _ ->
          outer.equals(inner);
    };
  }

  /// Reports whether `value` is one of `type`.
  static boolean holds(DataType type, Value value) {
    return switch (type) {
      case DataType.Range(int low, int high) -> value instanceof Value.Int(int number) && low <= number
          && number <= high;
      case DataType.Bool _, DataType.Enumeration _, DataType.Structure _, DataType.Sequence _,
          DataType.Signal _,
          DataType.Text _, DataType.Time _, DataType.Opaque _ -> true;
    };
  }
}
