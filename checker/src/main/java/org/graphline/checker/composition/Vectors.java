package org.graphline.checker.composition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/// The steps that several parts do together.
final class Vectors {
  private final Map<Integer, Set<Vector>> byPart = new HashMap<>();

  void add(Vector vector) {
    vector.parts().forEach(p -> byPart.computeIfAbsent(p, _ -> new LinkedHashSet<>()).add(vector));
  }

  private void remove(Vector vector) {
    vector.parts().forEach(p -> byPart.get(p).remove(vector));
  }

  /// Returns those that a part takes part in.
  Set<Vector> of(int part) {
    return byPart.getOrDefault(part, Set.of());
  }

  /// Returns the instances moved by steps of a part together with others than these parts.
  Set<Integer> movable(List<Integer> parts) {
    return parts.stream().flatMap(p -> of(p).stream()).filter(v -> !parts.containsAll(v.parts()))
        .flatMap(v -> v.moves().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Returns the parts that take part in steps of this one.
  Set<Integer> neighbors(int part) {
    Set<Integer> all = of(part).stream().flatMap(v -> v.parts().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
    all.remove(part);
    return all;
  }

  /// Returns how many steps two parts have with others.
  int shown(int left, int right) {
    var both = Set.of(left, right);
    return (int) (of(left).stream().filter(v -> !both.containsAll(v.parts())).count()
        + of(right).stream().filter(v -> !both.containsAll(v.parts()) && v.label(left) < 0).count());
  }

  /// Gives the labels of a part other numbers.
  void rename(int part, IntUnaryOperator to) {
    List<Vector> old = List.copyOf(of(part));
    old.forEach(this::remove);
    old.forEach(v -> add(v.without(part).with(part, to.applyAsInt(v.label(part)))));
  }

  /// Takes two parts out and puts one in their place.
  ///
  /// @param label the label that the new part has for one of each of the two, -1 being none
  void replace(int left, int right, int both, IntBinaryOperator label) {
    var old = new LinkedHashSet<>(of(left));
    old.addAll(of(right));
    old.forEach(this::remove);
    for (Vector vector : old) {
      Vector rest = vector.without(left).without(right);
      if (!rest.parts().isEmpty()) {
        add(rest.with(both, label.applyAsInt(vector.label(left), vector.label(right))));
      }
    }
    byPart.remove(left);
    byPart.remove(right);
  }

  /// Returns for each label of a part which one stands for it: labels asked for by the same steps of others are
  /// interchangeable.
  Map<Integer, Integer> interchangeable(int part) {
    Map<Integer, Set<Vector>> contexts = new LinkedHashMap<>();
    of(part).forEach(v -> contexts.computeIfAbsent(v.label(part), _ -> new HashSet<>()).add(v.without(part)));
    Map<Set<Vector>, Integer> first = new HashMap<>();
    Map<Integer, Integer> standing = new HashMap<>();
    contexts.forEach((label, context) -> standing.put(label, first.computeIfAbsent(context, _ -> label)));
    return standing;
  }
}
