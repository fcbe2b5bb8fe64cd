package org.graphline.cli.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.OptionalDouble;

/// Guesses how many states are still to come. It says nothing until the levels of a breadth-first search have
/// become smaller several times in a row, for until then nobody can know; then it takes them to shrink on as
/// they did.
final class Estimate {
  private static final int LEVELS = 5;
  private static final double SHRINKS = 0.95;

  private final Deque<Long> levels = new ArrayDeque<>();
  private int deepest = -1;

  /// Takes note of how many states wait to be explored at a depth.
  void look(int depth, long frontier) {
    if (depth > deepest) {
      deepest = depth;
      levels.addLast(frontier);
      if (levels.size() > LEVELS) {
        levels.removeFirst();
      }
    }
  }

  /// Returns how many states are still to come, `frontier` of them known already; nothing if that cannot be
  /// guessed.
  OptionalDouble remaining(long frontier) {
    if (levels.size() < LEVELS || !isShrinking()) {
      return OptionalDouble.empty();
    }
    double ratio = Math.pow((double) levels.getLast() / levels.getFirst(), 1.0 / (LEVELS - 1));
    return OptionalDouble.of(frontier / (1 - ratio));
  }

  private boolean isShrinking() {
    Iterator<Long> all = levels.iterator();
    long before = all.next();
    while (all.hasNext()) {
      long level = all.next();
      if (level > before * SHRINKS) {
        return false;
      }
      before = level;
    }
    return before > 0;
  }
}
