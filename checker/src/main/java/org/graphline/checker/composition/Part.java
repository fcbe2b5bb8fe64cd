package org.graphline.checker.composition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A part of the network.
///
/// @param number its number among all parts there ever were
/// @param fields its fields, in the order of its shape
record Part(int number, Shape shape, Face face, List<Integer> fields) {
  Part {
    fields = List.copyOf(fields);
  }

  /// Returns the fields of two parts.
  static List<Integer> fields(Part left, Part right) {
    var all = new ArrayList<>(left.fields());
    all.addAll(right.fields());
    return all;
  }

  Set<Integer> inside() {
    return Set.copyOf(fields);
  }
}
