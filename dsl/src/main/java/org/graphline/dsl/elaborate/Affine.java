package org.graphline.dsl.elaborate;

import org.graphline.model.value.Value;

/// What an expression stands for while the size of the network is not known.
sealed interface Affine {

  /// One value, whatever the size.
  record Fixed(Value value) implements Affine {}

  /// `index·i + size·n + offset`, where `i` is the index of the `for` that goes on with the size `n`.
  ///
  /// @param index whether the index is added
  /// @param size  whether the size is added
  record Sum(boolean index, boolean size, int offset) implements Affine {

    Sum plus(int more) {
      return new Sum(index, size, Math.addExact(offset, more));
    }
  }

  /// The index plus `offset`, modulo the size.
  ///
  /// @param lifted whether the size was added first, so that the sum is not negative
  record Wrapped(int offset, boolean lifted) implements Affine {}

  /// One of a few values, told by how far index and size are from constants and from each other: the same for all
  /// indices between some bounds.
  record Bounded() implements Affine {}
}
