package org.graphline.checker.composition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The steps of two parts, made of the vectors they take part in.
final class Joints {
  private final Part left;
  private final Part right;
  private final int kinds;
  private final Map<Pair, Set<Vector>> contexts = new TreeMap<>();
  private final Map<Pair, Integer> shown = new HashMap<>();
  private final List<Joint> all = new ArrayList<>();

  Joints(Part left, Part right, Vectors vectors, int kinds) {
    this.left = left;
    this.right = right;
    this.kinds = kinds;
    var both = new LinkedHashSet<>(vectors.of(left.number()));
    both.addAll(vectors.of(right.number()));
    for (Vector vector : both) {
      contexts.computeIfAbsent(new Pair(vector.label(left.number()), vector.label(right.number())),
          _ -> new LinkedHashSet<>()).add(vector.without(left.number()).without(right.number()));
    }
    Map<Set<Vector>, Integer> numbers = new HashMap<>();
    contexts.forEach((pair, rests) -> {
      var outside = new HashSet<Vector>();
      for (Vector rest : rests) {
        if (rest.parts().isEmpty()) {
          all.add(new Joint(label(pair.left()), label(pair.right()), rest.kind(), moved(rest.moves())));
        } else {
          outside.add(rest);
        }
      }
      if (!outside.isEmpty()) {
        int number = numbers.computeIfAbsent(outside, _ -> numbers.size());
        shown.put(pair, number);
        all.add(new Joint(label(pair.left()), label(pair.right()), kinds + number, 0));
      }
    });
    all.sort(Comparator.comparingInt(Joint::left).thenComparingInt(Joint::right).thenComparingInt(Joint::label)
        .thenComparingLong(Joint::moved));
  }

  private record Pair(int left, int right) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      return left == other.left ? Integer.compare(right, other.right) : Integer.compare(left, other.left);
    }
  }

  private int label(int number) {
    return number < 0 ? -1 : kinds + number;
  }

  private long moved(List<Integer> instances) {
    long moved = 0;
    for (int instance : instances) {
      int at = left.face().movable().indexOf(instance);
      int there = right.face().movable().indexOf(instance);
      moved |= at >= 0 ? 1L << at : 0;
      moved |= there >= 0 ? 1L << left.face().movable().size() + there : 0;
    }
    return moved;
  }

  /// Returns the steps in order.
  List<Joint> all() {
    return List.copyOf(all);
  }

  /// Returns the number, among the labels both show, of what has these numbers on the left and on the right.
  int shown(int onTheLeft, int onTheRight) {
    return shown.get(new Pair(onTheLeft, onTheRight));
  }
}
