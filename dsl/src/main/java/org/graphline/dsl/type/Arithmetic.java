package org.graphline.dsl.type;

import java.util.function.Function;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Type;

/// Types calculations and comparisons. Every intermediate result must fit into 32 bits whatever the operands
/// are.
final class Arithmetic {

  private final Diagnostics diagnostics;

  Arithmetic(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /// Returns `operand`, which must be a number for `operator`.
  Expression number(Expression operand, Expression.BinaryOperator operator) {
    if (operand.type() instanceof Type.Range || Types.isUnknown(operand.type())) {
      return operand;
    }
    if (Types.isFinite(operand.type())) {
      diagnostics.add(DiagnosticId.TYPE_MISMATCH, "`" + operator.symbol() + "` needs numbers, but this is `"
          + Types.display(operand.type()) + "`", operand.span());
    } else {
      opaque(operand, operator);
    }
    return Types.unknown(operand.span());
  }

  Expression negate(Expression operand, Span span) {
    if (Types.isUnknown(operand.type())) {
      return Types.unknown(span);
    }
    return ranged(Interval.of(operand).negate(), span,
        type -> new Expression.Unary(Expression.UnaryOperator.NEGATE, operand, type, span));
  }

  Expression calculate(Expression.BinaryOperator operator, Expression left, Expression right, Span span) {
    if (Types.isUnknown(left.type()) || Types.isUnknown(right.type())) {
      return Types.unknown(span);
    }
    var a = Interval.of(left);
    var b = Interval.of(right);
    var result = switch (operator) {
      case ADD -> a.plus(b);
      case SUBTRACT -> a.minus(b);
      case MULTIPLY -> a.times(b);
      case DIVIDE -> a.dividedBy(b);
      case REMAINDER -> a.remainder(b);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL, AND, OR ->
          throw new AssertionError(operator + " does not calculate");
    };
    boolean divides = operator == Expression.BinaryOperator.DIVIDE
        || operator == Expression.BinaryOperator.REMAINDER;
    if (divides && b.low() == 0 && b.high() == 0) {
      diagnostics.add(DiagnosticId.DIVISION_BY_ZERO, "this divides by zero", span);
      return Types.unknown(span);
    }
    return ranged(result, span, type -> new Expression.Binary(operator, left, right, type, span));
  }

  private Expression ranged(Interval result, Span span, Function<Type, Expression> make) {
    if (!result.fitsInt()) {
      diagnostics.add(DiagnosticId.NUMBER_MAY_OVERFLOW, result.low() == result.high()
          ? "this is " + result.low() + ", which is more than 32 bits hold"
          : "this can be anything in `" + result.low() + ".." + result.high()
          + "`, which is more than 32 bits hold",
          span, "give the operands narrower ranges");
      return Types.unknown(span);
    }
    return make.apply(Types.range(result.low(), result.high()));
  }

  Expression equality(Expression.BinaryOperator operator, Expression left, Expression right, Span span) {
    if (Types.isUnknown(left.type()) || Types.isUnknown(right.type())) {
      return Types.unknown(span);
    }
    if (!Types.isFinite(left.type()) || !Types.isFinite(right.type())) {
      opaque(Types.isFinite(left.type()) ? right : left, operator);
      return Types.unknown(span);
    }
    if (!Types.fits(left.type(), right.type()) && !Types.fits(right.type(), left.type())) {
      diagnostics.add(Diagnostic.of(DiagnosticId.TYPE_MISMATCH, "these can never be equal: `"
          + Types.display(left.type()) + "` and `" + Types.display(right.type()) + "`", span));
      return Types.unknown(span);
    }
    return new Expression.Binary(operator, left, right, Types.BOOL, span);
  }

  private void opaque(Expression operand, Expression.BinaryOperator operator) {
    diagnostics.add(DiagnosticId.OPAQUE_OPERATION, "`" + operator.symbol() + "` cannot look into `"
        + Types.display(operand.type()) + "`: the checker knows that there is one, not what it is",
        operand.span(),
        "let Java decide with an extern, e.g. `fun test(x: " + Types.display(operand.type()) + "): bool;`");
  }
}
