package org.graphline.checker.composition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Decides which parts are joined next: the two neighbors that show least to others when they are one, and among these
/// those with the fewest states (compare Crouzen, Lang, "Smart Reduction", FASE 2011). Two that are too large together are
/// tried no more, and others are.
final class Order {
  private final Composer composer;
  private final Vectors vectors;
  private final Bounds bounds;
  private final Set<Set<Integer>> tooLarge = new HashSet<>();

  Order(Composer composer, Vectors vectors, Bounds bounds) {
    this.composer = composer;
    this.vectors = vectors;
    this.bounds = bounds;
  }

  /// @param shown how many steps with others the two have
  private record Choice(Part left, Part right, int shown) {
    long size() {
      return (long) left.shape().least().states() * right.shape().least().states();
    }
  }

  /// Joins parts until one is left, or all that could be joined is too large together.
  ///
  /// @param all whether those that are no neighbors are joined too
  void join(List<Part> parts, boolean all) {
    while (parts.size() > 1) {
      bounds.isTooMuch(0, 0);
      Optional<Choice> next = next(parts, all);
      if (next.isEmpty()) {
        return;
      }
      Optional<Part> both = composer.join(next.get().left(), next.get().right());
      if (both.isEmpty()) {
        tooLarge.add(Set.of(next.get().left().number(), next.get().right().number()));
        continue;
      }
      parts.remove(next.get().left());
      parts.remove(next.get().right());
      parts.add(both.get());
    }
  }

  private Optional<Choice> next(List<Part> parts, boolean all) {
    var choices = new ArrayList<Choice>();
    Map<Integer, Part> byNumber = parts.stream().collect(Collectors.toMap(Part::number, p -> p));
    for (Part part : parts) {
      for (int neighbor : vectors.neighbors(part.number())) {
        if (neighbor > part.number() && byNumber.containsKey(neighbor)) {
          choices.add(choice(part, byNumber.get(neighbor)));
        }
      }
    }
    if (choices.isEmpty() && all) {
      for (int i = 1; i < parts.size(); i++) {
        choices.add(choice(parts.get(i - 1), parts.get(i)));
      }
    }
    return choices.stream().filter(c -> !tooLarge.contains(Set.of(c.left().number(), c.right().number())))
        .min(Comparator.comparingInt(Choice::shown).thenComparingLong(Choice::size).thenComparingInt(c -> c.left().number())
            .thenComparingInt(c -> c.right().number()));
  }

  private Choice choice(Part left, Part right) {
    return new Choice(left, right, vectors.shown(left.number(), right.number()));
  }
}
