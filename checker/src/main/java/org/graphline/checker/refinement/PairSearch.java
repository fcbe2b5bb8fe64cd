package org.graphline.checker.refinement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.graphline.checker.engine.GaveUp;
import org.graphline.checker.engine.Limits;
import org.graphline.checker.engine.StepGraph;
import org.graphline.checker.space.Frontier;
import org.graphline.checker.space.IntPages;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.verdict.Reason;

/// A walk through a network and, at the same time, the normal form of its specification, nearest pairs first
/// by counted steps. The specification follows each event; where it cannot, the pair is [#REJECTED].
final class PairSearch {
  /// The node of a pair that was reached by an event that the specification does not have.
  static final int REJECTED = -1;

  private static final int EXPLORED = 1;
  private static final int HERE = 1 << 1;

  private final VisibleGraph graph;
  private final NormalForm form;
  private final Limits limits;
  private final PairTable pairs;
  private final IntPages parents;
  private final IntPages ways;
  private final IntPages flags;
  private final IntPages order;
  private final Frontier frontier;

  PairSearch(VisibleGraph graph, NormalForm form, Limits limits, MemoryBudget budget) {
    this.graph = graph;
    this.form = form;
    this.limits = limits;
    this.pairs = new PairTable(budget);
    this.parents = new IntPages(budget);
    this.ways = new IntPages(budget);
    this.flags = new IntPages(budget);
    this.order = new IntPages(budget);
    this.frontier = new Frontier(budget);
  }

  /// A state of the network and a node of the specification.
  interface Test {

    /// Reports whether the pair shows what is looked for; the state has been explored, unless the node is
    /// [#REJECTED].
    boolean test(int state, int node);
  }

  /// One move of the walk: a transition of the network, or an end that the environment sees.
  ///
  /// @param transition the transition, or -1
  /// @param event      the event that is shown, or [Alphabet#INTERNAL]
  record Move(int state, int transition, int event) {}

  /// Returns the nearest pair that passes `wanted`, or nothing after a complete walk.
  ///
  /// @param closed nodes after which nothing is looked at
  OptionalInt nearest(Test wanted, IntPredicate closed) {
    if (!graph.isFaulty(0)) {
      found(0, NormalForm.initial(), -1, 0, false);
    }
    while (!frontier.isEmpty()) {
      int pair = frontier.take();
      if ((flags.get(pair) & EXPLORED) != 0) {
        continue;
      }
      checkLimits();
      flags.set(pair, flags.get(pair) | EXPLORED);
      order.add(pair);
      int node = pairs.node(pair);
      if (node != REJECTED) {
        graph.at(frontier.depth());
        graph.explore(pairs.state(pair));
      }
      if (wanted.test(pairs.state(pair), node)) {
        return OptionalInt.of(pair);
      }
      if (!closed.test(node)) {
        follow(pair, pairs.state(pair), node);
      }
    }
    return OptionalInt.empty();
  }

  /// Returns the nearest pair met so far that passes `wanted`.
  OptionalInt nearestMet(Test wanted) {
    for (int i = 0; i < order.size(); i++) {
      int pair = order.get(i);
      if (wanted.test(pairs.state(pair), pairs.node(pair))) {
        return OptionalInt.of(pair);
      }
    }
    return OptionalInt.empty();
  }

  private void follow(int pair, int state, int node) {
    StepGraph steps = graph.graph();
    for (int t = steps.first(state); t >= 0; t = steps.next(t)) {
      int event = steps.classOf(t);
      if (!graph.isFaulty(steps.target(t))) {
        int next = event == Alphabet.INTERNAL ? node : form.after(node, event);
        found(steps.target(t), next, pair, t, steps.isCounted(t));
      }
    }
    BitSet ends = graph.ends(state);
    for (int end = ends.nextSetBit(0); end >= 0; end = ends.nextSetBit(end + 1)) {
      if (!form.ended(node).get(end)) {
        found(state, form.after(node, end), pair, ~end, false);
      }
    }
  }

  private void found(int state, int node, int parent, int way, boolean counted) {
    int added = pairs.add(state, node);
    int pair = added >= 0 ? added : ~added;
    if (added >= 0) {
      parents.add(parent);
      ways.add(way);
      flags.add(counted ? 0 : HERE);
    } else if (counted || (flags.get(pair) & (EXPLORED | HERE)) != 0) {
      return;
    } else {
      // Found before at the next distance, but it is as near as its new parent.
      parents.set(pair, parent);
      ways.set(pair, way);
      flags.set(pair, HERE);
    }
    if (counted) {
      frontier.addFurther(pair);
    } else {
      frontier.addHere(pair);
    }
  }

  private void checkLimits() {
    if (frontier.depth() > limits.maxDepth() || pairs.size() > limits.maxStates()) {
      throw new GaveUp(new Reason.StateLimit(graph.size(), graph.contributors()));
    }
  }

  /// Returns the moves that led to a pair.
  List<Move> path(int pair) {
    var moves = new ArrayList<Move>();
    for (int at = pair; parents.get(at) >= 0; at = parents.get(at)) {
      int state = pairs.state(parents.get(at));
      int way = ways.get(at);
      moves.add(way < 0 ? new Move(state, -1, ~way) : new Move(state, way, graph.graph().classOf(way)));
    }
    return moves.reversed();
  }

  int state(int pair) {
    return pairs.state(pair);
  }

  /// Returns the node of the pair before the last event on the way to `pair`.
  int nodeBefore(int pair) {
    return pairs.node(parents.get(pair));
  }

  int node(int pair) {
    return pairs.node(pair);
  }

  int size() {
    return pairs.size();
  }

  int depth() {
    return frontier.depth();
  }
}
