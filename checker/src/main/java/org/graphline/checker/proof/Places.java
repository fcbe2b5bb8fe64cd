package org.graphline.checker.proof;

import java.util.Arrays;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Product;

/// The values of all fields, numbered: the places of a Petri net in which each field has one token.
final class Places {
  private final int[] first;

  Places(Product product) {
    this(product.fields().stream().mapToInt(Field::size).toArray());
  }

  /// @param sizes how many values each field has
  Places(int... sizes) {
    this.first = new int[sizes.length + 1];
    for (int f = 0; f < sizes.length; f++) {
      first[f + 1] = first[f] + sizes[f];
    }
  }

  int fields() {
    return first.length - 1;
  }

  int size(int field) {
    return first[field + 1] - first[field];
  }

  int count() {
    return first[first.length - 1];
  }

  int of(int field, int value) {
    return first[field] + value;
  }

  /// Returns the field and the value of a place.
  int[] at(int place) {
    int at = Arrays.binarySearch(first, place);
    int field = at >= 0 ? at : -at - 2;
    return new int[] {field, place - first[field]};
  }

  /// Returns the places of a state.
  int[] of(int[] values) {
    int[] places = new int[values.length];
    for (int f = 0; f < values.length; f++) {
      places[f] = of(f, values[f]);
    }
    return places;
  }
}
