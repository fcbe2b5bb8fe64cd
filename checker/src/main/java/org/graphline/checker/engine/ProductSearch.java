package org.graphline.checker.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.graphline.checker.space.MemoryBudget;

/// A shortest walk through stored transitions and, at the same time, a small automaton that reads their
/// classes.
public final class ProductSearch {
  private static final long BYTES_A_PAIR = 12;

  private final StepGraph graph;
  private final IntPredicate avoided;
  private final Reader reader;

  /// @param avoided states that are not entered
  ProductSearch(StepGraph graph, IntPredicate avoided, Reader reader) {
    this.graph = graph;
    this.avoided = avoided;
    this.reader = reader;
  }

  /// A small automaton with states from 0 on; it begins in 0.
  interface Reader {

    /// Returns how many states it has.
    int size();

    /// Returns the state after reading a transition of this class, or -1 if it cannot.
    int next(int state, int transitionClass);
  }

  /// Where a walk may end.
  interface Goal {

    /// Reports whether it may end in this state of the graph and this one of the automaton.
    boolean reached(int state, int reading);
  }

  /// A transition and the state it starts from.
  public record Move(int state, int transition) {}

  /// A walk and where it ends.
  record Walk(List<Move> moves, int end) {}

  /// Returns a walk from state 0 with the fewest counted steps, or nothing if there is none.
  Optional<Walk> shortest(Goal goal, MemoryBudget budget) {
    int width = reader.size();
    if ((long) graph.states() * width > Integer.MAX_VALUE / 2) {
      budget.reserve(Long.MAX_VALUE / 2);
    }
    int pairs = graph.states() * width;
    budget.reserve(BYTES_A_PAIR * pairs);
    try {
      return search(goal, new int[pairs], new int[pairs]);
    } finally {
      budget.release(BYTES_A_PAIR * pairs);
    }
  }

  private Optional<Walk> search(Goal goal, int[] distance, int[] via) {
    int width = reader.size();
    Arrays.fill(distance, Integer.MAX_VALUE);
    int[] from = new int[distance.length];
    var queue = new ArrayDeque<Integer>();
    distance[0] = 0;
    via[0] = -1;
    queue.add(0);
    while (!queue.isEmpty()) {
      int pair = queue.poll();
      int state = pair / width;
      if (goal.reached(state, pair % width)) {
        return Optional.of(walk(pair, width, from, via));
      }
      for (int t = graph.first(state); t >= 0; t = graph.next(t)) {
        int reading = reader.next(pair % width, graph.classOf(t));
        int length = distance[pair] + (graph.isCounted(t) ? 1 : 0);
        if (reading < 0 || avoided.test(graph.target(t))) {
          continue;
        }
        int target = graph.target(t) * width + reading;
        if (length < distance[target]) {
          distance[target] = length;
          from[target] = pair;
          via[target] = t;
          if (graph.isCounted(t)) {
            queue.addLast(target);
          } else {
            queue.addFirst(target);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Walk walk(int end, int width, int[] from, int[] via) {
    var moves = new ArrayList<Move>();
    for (int at = end; via[at] >= 0; at = from[at]) {
      moves.add(new Move(from[at] / width, via[at]));
    }
    return new Walk(moves.reversed(), end / width);
  }
}
