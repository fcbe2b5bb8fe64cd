package org.graphline.dsl.elaborate;

import java.util.HashMap;
import java.util.Map;

import org.graphline.model.network.Constants;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Expression.BinaryOperator;
import org.graphline.model.term.Variable;
import org.graphline.model.value.Value;

/// Evaluates expressions of a graph while the size is not known: differences of index, size and constants may be
/// compared, and the index may go round modulo the size. Anything else is refused.
///
/// Such comparisons are those of difference constraints: with no constant larger than some bound, one index cannot be
/// told from the next as long as both are farther from either end than that.
final class AffineEvaluator {
  private final Constants constants;
  private final Map<Integer, Affine> known;
  private final boolean isOnce;

  /// @param isOnce whether the index runs through numbers from 0 to the size, without it, at most
  private AffineEvaluator(Constants constants, Map<Integer, Affine> known, boolean isOnce) {
    this.constants = constants;
    this.known = Map.copyOf(known);
    this.isOnce = isOnce;
  }

  /// What depends on the size in a way that is not known.
  static final class Irregular extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Span place;

    Irregular(String why, Span place) {
      super(why, null, false, false);
      this.place = place;
    }

    Span place() {
      return place;
    }
  }

  /// @param constants what all other parameters stand for
  static AffineEvaluator of(Constants constants, Variable size) {
    return new AffineEvaluator(constants, Map.of(size.id(), new Affine.Sum(false, true, 0)), false);
  }

  AffineEvaluator with(Variable variable, Affine value) {
    if (value instanceof Affine.Fixed(Value fixed)) {
      return new AffineEvaluator(constants.with(variable, fixed), known, isOnce);
    }
    var more = new HashMap<>(known);
    more.put(variable.id(), value);
    return new AffineEvaluator(constants, more, isOnce);
  }

  /// Returns an evaluator that knows `variable` as the index of a `for` from a number to the size plus another.
  AffineEvaluator growing(Variable variable, int first, int last) {
    return new AffineEvaluator(constants, with(variable, new Affine.Sum(true, false, 0)).known, first >= 0 && last < 0);
  }

  /// Returns what the expression stands for; tightens `bounds` by what it depends on.
  ///
  /// @throws Irregular if it depends on the size in another way
  Affine value(Expression expression, Thresholds bounds) {
    try {
      return of(expression, bounds);
    } catch (ArithmeticException _) {
      throw new Irregular("a number is too large", expression.span());
    }
  }

  private Affine of(Expression expression, Thresholds bounds) {
    return switch (expression) {
      case Expression.Use(var variable, _) when known.containsKey(variable.id()) -> known.get(variable.id());
      case Expression.Unary(var _, var operand, _, _) -> ofParts(expression, bounds, operand);
      case Expression.RecordLiteral(_, var fields, _) -> ofParts(expression, bounds, fields.toArray(Expression[]::new));
      case Expression.Field(var record, _, _, _) -> ofParts(expression, bounds, record);
      case Expression.Conditional(var condition, var then, var otherwise, _, _) ->
          ofParts(expression, bounds, condition, then, otherwise);
      case Expression.Binary binary -> of(binary, bounds);
      case Expression.Use _, Expression.IntLiteral _, Expression.BoolLiteral _, Expression.TextLiteral _,
          Expression.DurationLiteral _, Expression.EnumLiteral _, Expression.EmptyList _, Expression.Anything _,
          Expression.ListOperation _, Expression.ExternCall _, Expression.Inspect _, Expression.Contents _ ->
          constant(expression);
    };
  }

  private Affine constant(Expression expression) {
    try {
      return new Affine.Fixed(constants.value(expression));
    } catch (Constants.NotConstant _) {
      throw new Irregular("this has no value before the size is known", expression.span());
    }
  }

  /// A function of parts that are all fixed or bounded is so itself.
  private Affine ofParts(Expression whole, Thresholds bounds, Expression... parts) {
    boolean fixed = true;
    for (Expression part : parts) {
      switch (of(part, bounds)) {
        case Affine.Fixed _ -> { }
        case Affine.Bounded _ -> fixed = false;
        case Affine.Sum _, Affine.Wrapped _ ->
            throw new Irregular("this grows with the size, and more than an offset is done with it", part.span());
      }
    }
    return fixed ? constant(whole) : new Affine.Bounded();
  }

  private Affine of(Expression.Binary binary, Thresholds bounds) {
    Affine left = of(binary.left(), bounds);
    Affine right = of(binary.right(), bounds);
    boolean few = !(left instanceof Affine.Sum || left instanceof Affine.Wrapped || right instanceof Affine.Sum
        || right instanceof Affine.Wrapped);
    if (few) {
      return ofParts(binary, bounds, binary.left(), binary.right());
    }
    return switch (binary.operator()) {
      case ADD, SUBTRACT -> sum(binary, left, right);
      case REMAINDER -> wrapped(binary, left, right, bounds);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> compared(binary, left, right, bounds);
      case MULTIPLY, DIVIDE, AND, OR ->
          throw new Irregular("this grows with the size, and more than an offset is done with it", binary.span());
    };
  }

  private static Affine sum(Expression.Binary binary, Affine left, Affine right) {
    int sign = binary.operator() == BinaryOperator.ADD ? 1 : -1;
    if (left instanceof Affine.Sum sum && right instanceof Affine.Fixed(Value.Int(int number))) {
      return sum.plus(sign * number);
    }
    if (sign > 0 && right instanceof Affine.Sum sum && left instanceof Affine.Fixed(Value.Int(int number))) {
      return sum.plus(number);
    }
    if (sign > 0 && left instanceof Affine.Sum one && right instanceof Affine.Sum other && one.index() != other.index()
        && one.size() != other.size()) {
      return new Affine.Sum(true, true, Math.addExact(one.offset(), other.offset()));
    }
    throw new Irregular("this is more than an offset from index or size", binary.span());
  }

  private Affine wrapped(Expression.Binary binary, Affine left, Affine right, Thresholds bounds) {
    boolean atSize = right instanceof Affine.Sum(boolean index, boolean size, int more) && !index && size && more == 0;
    if (atSize && left instanceof Affine.Sum(boolean index, boolean size, int offset)) {
      bounds.size(Math.addExact(Math.abs(offset), 1));
      if (!index) {
        return offset >= 0 ? new Affine.Fixed(new Value.Int(offset)) : left;
      }
      if (isOnce) {
        return new Affine.Wrapped(offset, size);
      }
    }
    throw new Irregular("a remainder tells sizes apart, but for an index that goes round at the size itself",
        binary.span());
  }

  private static Affine compared(Expression.Binary binary, Affine left, Affine right, Thresholds bounds) {
    if (left instanceof Affine.Sum one && right instanceof Affine.Fixed(Value.Int(int number))) {
      boolean strict = binary.operator() == BinaryOperator.LESS || binary.operator() == BinaryOperator.GREATER_OR_EQUAL;
      return compared(binary, one, Math.subtractExact(number, one.offset()) + (strict ? 0 : 1), bounds);
    }
    if (right instanceof Affine.Sum one && left instanceof Affine.Fixed(Value.Int(int number))) {
      boolean strict = binary.operator() == BinaryOperator.GREATER || binary.operator() == BinaryOperator.LESS_OR_EQUAL;
      return compared(binary, one, Math.subtractExact(number, one.offset()) + (strict ? 0 : 1), bounds);
    }
    if (left instanceof Affine.Sum one && right instanceof Affine.Sum other && one.index() != other.index()
        && one.size() != other.size()) {
      // The index against the size plus this.
      int distance = one.index() ? Math.subtractExact(other.offset(), one.offset())
          : Math.subtractExact(one.offset(), other.offset());
      bounds.high(distance - 1);
      return new Affine.Bounded();
    }
    throw new Irregular("this compares more than offsets from index, size and constants", binary.span());
  }

  /// Index or size against a number: from `from` on the answer is the same.
  private static Affine compared(Expression.Binary binary, Affine.Sum sum, int from, Thresholds bounds) {
    if (sum.index() && sum.size()) {
      throw new Irregular("this compares the sum of index and size", binary.span());
    }
    if (sum.index()) {
      bounds.low(from);
    } else {
      bounds.size(from);
    }
    return new Affine.Bounded();
  }
}
