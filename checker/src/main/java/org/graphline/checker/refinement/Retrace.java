package org.graphline.checker.refinement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphline.checker.engine.StepGraph;
import org.graphline.checker.refinement.PairSearch.Move;

/// Finds a shortest run that shows given events and no others.
final class Retrace {
  private final VisibleGraph graph;
  private final int[] events;

  private Retrace(VisibleGraph graph, int[] events) {
    this.graph = graph;
    this.events = events;
  }

  /// A state, and how many of the events have been shown.
  private record Position(int state, int shown) {}

  /// How a position was reached.
  private record Way(Position from, Move move) {}

  /// Returns a run that shows `events` in order, which some run does.
  static List<Move> of(VisibleGraph graph, int[] events) {
    return new Retrace(graph, events).find();
  }

  private List<Move> find() {
    Map<Position, Way> ways = new HashMap<>();
    var queue = new ArrayList<Position>();
    queue.add(new Position(0, 0));
    ways.put(queue.getFirst(), new Way(queue.getFirst(), new Move(0, -1, 0)));
    for (int i = 0; i < queue.size(); i++) {
      Position at = queue.get(i);
      if (at.shown() == events.length) {
        return back(at, ways);
      }
      for (Way way : onward(at)) {
        var next = new Position(target(way.move()), at.shown()
            + (way.move().event() == Alphabet.INTERNAL ? 0 : 1));
        if (ways.putIfAbsent(next, way) == null) {
          queue.add(next);
        }
      }
    }
    throw new AssertionError("no run shows " + events.length + " events that were seen");
  }

  private int target(Move move) {
    return move.transition() < 0 ? move.state() : graph.graph().target(move.transition());
  }

  private List<Way> onward(Position at) {
    graph.explore(at.state());
    var all = new ArrayList<Way>();
    StepGraph steps = graph.graph();
    int event = events[at.shown()];
    BitSet ends = graph.ends(at.state());
    if (ends.get(event)) {
      all.add(new Way(at, new Move(at.state(), -1, event)));
    }
    for (int t = steps.first(at.state()); t >= 0; t = steps.next(t)) {
      int shown = steps.classOf(t);
      if ((shown == Alphabet.INTERNAL || shown == event) && !graph.isFaulty(steps.target(t))) {
        all.add(new Way(at, new Move(at.state(), t, shown)));
      }
    }
    return all;
  }

  private static List<Move> back(Position end, Map<Position, Way> ways) {
    var moves = new ArrayList<Move>();
    for (Position at = end; !ways.get(at).from().equals(at); at = ways.get(at).from()) {
      moves.add(ways.get(at).move());
    }
    return moves.reversed();
  }
}
