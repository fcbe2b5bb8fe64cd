package org.graphline.dsl.type;

import java.util.stream.LongStream;

import org.graphline.model.term.Expression;
import org.graphline.model.term.Type;

/// Which integers an expression can stand for, whatever the parameters are. Empty when `low > high`.
record Interval(long low, long high) {

  private static final Interval ALL = new Interval(Integer.MIN_VALUE, Integer.MAX_VALUE);

  /// Returns the values of a range; a type that is none has all.
  static Interval of(Type type) {
    return type instanceof Type.Range(var low, var high)
        ? new Interval(of(low).low, of(high).high) : ALL;
  }

  /// Returns the values of `expression`.
  static Interval of(Expression expression) {
    return expression instanceof Expression.IntLiteral(int value, _, _)
        ? new Interval(value, value) : of(expression.type());
  }

  boolean fitsInt() {
    return low >= Integer.MIN_VALUE && high <= Integer.MAX_VALUE;
  }

  boolean isEmpty() {
    return low > high;
  }

  boolean meets(Interval other) {
    return low <= other.high && other.low <= high;
  }

  boolean contains(Interval other) {
    return low <= other.low && other.high <= high;
  }

  Interval hull(Interval other) {
    return new Interval(Math.min(low, other.low), Math.max(high, other.high));
  }

  Interval negate() {
    return new Interval(-high, -low);
  }

  Interval plus(Interval other) {
    return new Interval(low + other.low, high + other.high);
  }

  Interval minus(Interval other) {
    return plus(other.negate());
  }

  Interval times(Interval other) {
    long[] corners = {low * other.low, low * other.high, high * other.low, high * other.high};
    return new Interval(LongStream.of(corners).min().orElseThrow(), LongStream.of(corners).max()
        .orElseThrow());
  }

  /// Returns the quotients; a divisor of zero gives none.
  Interval dividedBy(Interval other) {
    if (other.low <= 0 && other.high >= 0) {
      long largest = Math.max(Math.abs(low), Math.abs(high));
      boolean positive = low >= 0 && other.low >= 0;
      return new Interval(positive ? 0 : -largest, largest);
    }
    long[] corners = {low / other.low, low / other.high, high / other.low, high / other.high};
    return new Interval(LongStream.of(corners).min().orElseThrow(), LongStream.of(corners).max()
        .orElseThrow());
  }

  /// Returns the remainders, which have the sign of the dividend.
  Interval remainder(Interval other) {
    long most = Math.max(0, Math.max(Math.abs(other.low), Math.abs(other.high)) - 1);
    return new Interval(low >= 0 ? 0 : Math.max(low, -most), high <= 0 ? 0 : Math.min(high, most));
  }
}
