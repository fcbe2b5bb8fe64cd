package org.graphline.checker.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.graphline.checker.engine.ProductSearch.Move;
import org.graphline.model.semantics.Step.Fairness;

/// Finds a loop to show, within a surviving component of [FairCycles].
public final class Loops {
  private static final int LONGEST = 60;

  private final StepGraph graph;
  private final int[] component;
  private final IntPredicate isProgress;
  private final Patience patience;

  /// A search in components of [FairCycles#find].
  public Loops(StepGraph graph, int[] component, IntPredicate isProgress, Patience patience) {
    this.graph = graph;
    this.component = component;
    this.isProgress = isProgress;
    this.patience = patience;
  }

  /// A loop, and whether it takes every step that it owes.
  public record Loop(List<Move> moves, Judgement.Closure closure) {}

  /// Returns a loop from `entry` back to it: a fair one if it is not too long, else the shortest.
  ///
  /// @throws GaveUp if a limit is hit
  public Loop from(int entry) {
    patience.begin("loop to show", 0);
    var moves = new ArrayList<Move>();
    var visited = new HashSet<Integer>();
    var taken = new HashSet<Integer>();
    var owed = new LinkedHashSet<Integer>();
    int at = entry;
    while (moves.size() <= LONGEST) {
      if (visited.add(at)) {
        owe(at, owed);
      }
      owed.removeIf(t -> isPaid(t, taken));
      if (owed.isEmpty() && at == entry && !moves.isEmpty()) {
        return new Loop(moves, Judgement.Closure.FAIR_LOOP);
      }
      Set<Integer> wanted = owed;
      List<Move> leg = wanted.isEmpty() ? walk(at, _ -> false, entry) : walk(at, wanted::contains, -1);
      for (Move move : leg) {
        moves.add(move);
        taken.add(move.transition());
        at = graph.target(move.transition());
        if (visited.add(at)) {
          owe(at, owed);
        }
      }
    }
    return new Loop(walk(entry, _ -> false, entry), Judgement.Closure.PART_OF_CLOSED_SET);
  }

  /// Adds what a run that visits `state` for ever must take: each fair step, and of each choice some outcome.
  private void owe(int state, Set<Integer> owed) {
    boolean chosen = false;
    for (int t = graph.first(state); t >= 0; t = graph.next(t)) {
      chosen &= !graph.isFirstOfGroup(t);
      boolean owes = switch (graph.fairness(t)) {
        case FAIR -> true;
        case DEMONIC -> !chosen && staysIn(state, t);
        case FREE -> false;
      };
      chosen |= owes;
      if (owes) {
        owed.add(t);
      }
    }
  }

  private boolean isPaid(int transition, Set<Integer> taken) {
    if (taken.contains(transition) || graph.fairness(transition) == Fairness.FAIR) {
      return taken.contains(transition);
    }
    int first = transition;
    while (!graph.isFirstOfGroup(first)) {
      first--;
    }
    for (int t = first; t >= 0 && (t == first || !graph.isFirstOfGroup(t)); t = graph.next(t)) {
      if (taken.contains(t)) {
        return true;
      }
    }
    return false;
  }

  private boolean staysIn(int state, int transition) {
    return component[graph.target(transition)] == component[state]
        && !isProgress.test(graph.classOf(transition));
  }

  /// Returns a shortest non-empty walk inside the component that ends with a wanted transition or in state
  /// `end`.
  private List<Move> walk(int start, IntPredicate wanted, int end) {
    Map<Integer, Move> cameBy = new HashMap<>();
    var queue = new ArrayDeque<Integer>();
    queue.add(start);
    while (!queue.isEmpty()) {
      int state = queue.poll();
      patience.piece();
      for (int t = graph.first(state); t >= 0; t = graph.next(t)) {
        if (!staysIn(state, t)) {
          continue;
        }
        var move = new Move(state, t);
        if (wanted.test(t) || graph.target(t) == end) {
          return back(move, start, cameBy);
        }
        if (graph.target(t) != start && cameBy.putIfAbsent(graph.target(t), move) == null) {
          queue.add(graph.target(t));
        }
      }
    }
    throw new AssertionError("no way on inside a strongly connected component");
  }

  private static List<Move> back(Move last, int start, Map<Integer, Move> cameBy) {
    var moves = new ArrayList<Move>();
    moves.add(last);
    for (int at = last.state(); at != start; at = cameBy.get(at).state()) {
      moves.add(cameBy.get(at));
    }
    return moves.reversed();
  }
}
