package org.graphline.checker.refinement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphline.checker.engine.GaveUp;
import org.graphline.checker.engine.Limits;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.engine.StepGraph;
import org.graphline.checker.space.IntPages;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.verdict.Reason;
import org.graphline.model.semantics.Step;

/// The states of a network as far as they have been asked for, each transition with the event it shows.
/// States are numbered, the initial one is 0. Which states are stable, and what they accept, is said by
/// [Outside].
final class VisibleGraph {
  private static final int LIMITS_EVERY = 64;
  private static final int UNSTABLE = -1;

  private final Limits limits;
  private final Progress progress;
  private final MemoryBudget budget;
  private final States states;
  private final StepGraph graph;
  private final IntPages accepted;
  private final IntPages ends;
  private final BitSet faulty = new BitSet();
  private final Map<BitSet, Integer> positions = new HashMap<>();
  private final List<BitSet> sets = new ArrayList<>();
  private int explored;
  private int depth;

  VisibleGraph(Side side, Alphabet alphabet, MemoryBudget budget, Limits limits, Progress progress) {
    this.limits = limits;
    this.progress = progress;
    this.budget = budget;
    this.graph = new StepGraph(budget);
    this.accepted = new IntPages(budget);
    this.ends = new IntPages(budget);
    this.states = switch (side) {
      case Side.OfModel model -> new ModelStates(model, alphabet, this::added, budget);
      case Side.OfProduct product -> new ProductStates(product, alphabet, this::added, budget);
    };
    states.begin();
  }

  private void added(boolean isFaulty) {
    if (isFaulty) {
      faulty.set(graph.states());
    }
    graph.addState();
    accepted.add(UNSTABLE);
    ends.add(0);
  }

  /// Explores all that can be reached.
  void exploreAll() {
    for (int state = 0; state < states.size(); state++) {
      if (!isFaulty(state)) {
        explore(state);
      }
    }
  }

  /// Says how far from the initial state what is asked for next lies.
  void at(int newDepth) {
    depth = newDepth;
  }

  /// Finds the steps from a state, unless they are known.
  ///
  /// @throws GaveUp if a limit is hit
  void explore(int id) {
    if (graph.isExplored(id)) {
      return;
    }
    States.Seen seen = states.explore(id, graph);
    ends.set(id, position(seen.ends()));
    seen.accepted().ifPresent(events -> accepted.set(id, position(events)));
    explored++;
    checkLimits();
  }

  private int position(BitSet events) {
    return positions.computeIfAbsent(events, set -> {
      sets.add(set);
      return sets.size() - 1;
    });
  }

  private void checkLimits() {
    if (states.size() > limits.maxStates()) {
      throw new GaveUp(new Reason.StateLimit(limits.maxStates(), contributors()));
    }
    if (explored % LIMITS_EVERY != 0) {
      return;
    }
    limits.passed(this::contributors).ifPresent(reason -> {
      throw new GaveUp(reason);
    });
    long elapsed = limits.elapsed();
    progress.storing(budget.used());
    progress.exploring(states.size(), states.size() - explored, depth, elapsed == 0 ? 0
        : explored * 1e9 / elapsed);
  }

  /// Returns what makes the state space large.
  List<Reason.Contributor> contributors() {
    return states.contributors();
  }

  /// Reports whether a state is an error state, where exploration ends (rule R1).
  boolean isFaulty(int id) {
    return faulty.get(id);
  }

  /// Reports whether nothing happens in an explored state unless the environment takes part.
  boolean isStable(int id) {
    return accepted.get(id) != UNSTABLE;
  }

  /// Returns what a stable state accepts, ends left out.
  BitSet accepted(int id) {
    return sets.get(accepted.get(id));
  }

  /// Returns the ends the environment can see, or has seen, in an explored state.
  BitSet ends(int id) {
    return sets.get(ends.get(id));
  }

  StepGraph graph() {
    return graph;
  }

  /// Returns the elementary steps from the start of the network to the initial state.
  List<Step> opening() {
    return states.opening();
  }

  /// Returns the elementary steps that a transition of `state` stands for.
  List<Step> steps(int state, int transition) {
    return states.steps(state, transition, graph);
  }

  int size() {
    return states.size();
  }

  double bytesPerState() {
    return states.bytesPerState() + 3.0 * Integer.BYTES
        + 2.0 * Integer.BYTES * graph.transitions() / Math.max(1, states.size());
  }
}
