package org.graphline.checker.product;

import java.util.Arrays;

/// A function from the values of a field to numbers. Equal tables are interchangeable.
public final class Table {
  private final int[] values;
  private final int hash;
  private Table negation;

  /// The table with these values, for the arguments 0, 1, …; the array is not copied and must not be changed.
  public Table(int[] values) {
    this.values = values;
    this.hash = Arrays.hashCode(values);
  }

  /// Returns the value for `argument`.
  public int at(int argument) {
    return values[argument];
  }

  /// Returns how many arguments there are.
  public int size() {
    return values.length;
  }

  /// Reports whether every value is not 0.
  public boolean isAlwaysTrue() {
    for (int value : values) {
      if (value == 0) {
        return false;
      }
    }
    return true;
  }

  /// Reports whether every value is 0.
  public boolean isNeverTrue() {
    for (int value : values) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  /// Returns the table that is 1 where this one is 0, and 0 elsewhere.
  public Table negated() {
    if (negation == null) {
      negation = negate();
    }
    return negation;
  }

  private Table negate() {
    var all = new int[values.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = values[i] == 0 ? 1 : 0;
    }
    return new Table(all);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Table that && hash == that.hash && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
