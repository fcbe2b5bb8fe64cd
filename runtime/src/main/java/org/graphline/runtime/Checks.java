package org.graphline.runtime;

/// The places where a program can reach an error state by plain arithmetic.
public final class Checks {
  private Checks() {}

  /// Returns `value`, which must lie in the range `low..high`.
  public static int range(int low, int high, int value) {
    if (value < low || value > high) {
      throw new ErrorState(value + " leaves the range " + low + ".." + high);
    }
    return value;
  }

  /// Returns `index`, which must name one of `count` ports or elements.
  public static int index(int index, int count) {
    if (index < 0 || index >= count) {
      throw new ErrorState("index " + index + " is outside 0.." + (count - 1));
    }
    return index;
  }

  /// Returns `dividend / divisor`, rounded towards zero.
  public static int divide(int dividend, int divisor) {
    if (divisor == 0) {
      throw new ErrorState("division by zero");
    }
    return dividend / divisor;
  }

  /// Returns `dividend % divisor`, with the sign of the dividend.
  public static int remainder(int dividend, int divisor) {
    if (divisor == 0) {
      throw new ErrorState("division by zero");
    }
    return dividend % divisor;
  }

  /// Checks an `assert`; `text` is the asserted expression as written.
  public static void holds(boolean condition, String text) {
    if (!condition) {
      throw new ErrorState("assertion failed: " + text);
    }
  }
}
