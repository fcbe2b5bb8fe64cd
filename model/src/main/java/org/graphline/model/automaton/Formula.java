package org.graphline.model.automaton;

import org.graphline.model.term.Expression.BinaryOperator;
import org.graphline.model.term.Expression.UnaryOperator;

/// A pure integer expression over the cells of one process. Truth is 1, falsehood 0. The unfolding guards every
/// division and element access, so evaluation cannot fail.
public sealed interface Formula {

  /// A number.
  record Constant(int value) implements Formula {}

  /// The cell at `offset` of the process's frame.
  record Cell(int offset) implements Formula {}

  /// The cell at `base + stride * index`, for `index` in `0..count-1`.
  record Element(int base, int stride, int count, Formula index) implements Formula {}

  /// An operator applied to one operand.
  record Unary(UnaryOperator operator, Formula operand) implements Formula {}

  /// An operator applied to two operands; `&&` and `||` need not evaluate the right one.
  record Binary(BinaryOperator operator, Formula left, Formula right) implements Formula {

    private int apply(int[] cells, int base) {
      int first = left.evaluate(cells, base);
      return switch (operator) {
        case AND -> first == 0 ? 0 : right.evaluate(cells, base);
        case OR -> first != 0 ? 1 : right.evaluate(cells, base);
        case MULTIPLY -> first * right.evaluate(cells, base);
        case DIVIDE -> first / right.evaluate(cells, base);
        case REMAINDER -> first % right.evaluate(cells, base);
        case ADD -> first + right.evaluate(cells, base);
        case SUBTRACT -> first - right.evaluate(cells, base);
        case LESS -> first < right.evaluate(cells, base) ? 1 : 0;
        case LESS_OR_EQUAL -> first <= right.evaluate(cells, base) ? 1 : 0;
        case GREATER -> first > right.evaluate(cells, base) ? 1 : 0;
        case GREATER_OR_EQUAL -> first >= right.evaluate(cells, base) ? 1 : 0;
        case EQUAL -> first == right.evaluate(cells, base) ? 1 : 0;
        case NOT_EQUAL -> first != right.evaluate(cells, base) ? 1 : 0;
      };
    }
  }

  /// `condition ? then : otherwise`.
  record Conditional(Formula condition, Formula then, Formula otherwise) implements Formula {}

  /// The constant 0, which is also falsehood.
  Formula FALSE = new Constant(0);

  /// The constant 1, which is also truth.
  Formula TRUE = new Constant(1);

  /// Returns the value over `cells`, where the process's frame starts at `base`.
  default int evaluate(int[] cells, int base) {
    return switch (this) {
      case Constant(int value) -> value;
      case Cell(int offset) -> cells[base + offset];
      case Element(int first, int stride, _, var index) ->
          cells[base + first + stride * index.evaluate(cells, base)];
      case Unary(var operator, var operand) -> switch (operator) {
        case NOT -> 1 - operand.evaluate(cells, base);
        case NEGATE -> -operand.evaluate(cells, base);
      };
      case Binary binary -> binary.apply(cells, base);
      case Conditional(var condition, var then, var otherwise) ->
          condition.evaluate(cells, base) != 0 ? then.evaluate(cells, base) : otherwise.evaluate(cells, base);
    };
  }

  /// Reports whether the formula is the same in every state.
  default boolean isConstant() {
    return this instanceof Constant;
  }
}
