package org.graphline.checker.refinement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphline.checker.engine.Contributors;
import org.graphline.checker.engine.GaveUp;
import org.graphline.checker.engine.Limits;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.engine.StepGraph;
import org.graphline.checker.space.IntPages;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.space.StateSpace;
import org.graphline.checker.space.StateStore;
import org.graphline.checker.verdict.Reason;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;

/// A state space as far as it has been asked for, each transition with the event it shows. States are numbered, the
/// initial one is 0. Which states are stable, and what they accept, is said by [Outside].
final class VisibleGraph {
  private static final int LIMITS_EVERY = 64;
  private static final int PROGRESS_EVERY = 1024;
  private static final int UNSTABLE = -1;

  private final StateSpace space;
  private final Outside outside;
  private final Alphabet alphabet;
  private final Limits limits;
  private final Progress progress;
  private final StateStore store;
  private final StepGraph graph;
  private final IntPages accepted;
  private final IntPages ends;
  private final BitSet faulty = new BitSet();
  private final Map<BitSet, Integer> positions = new HashMap<>();
  private final List<BitSet> sets = new ArrayList<>();
  private int explored;

  VisibleGraph(StateSpace space, Outside outside, Alphabet alphabet, MemoryBudget budget, Limits limits,
      Progress progress) {
    this.space = space;
    this.outside = outside;
    this.alphabet = alphabet;
    this.limits = limits;
    this.progress = progress;
    budget.reserve(space.workingBytes());
    this.store = new StateStore(space.cells(), budget);
    this.graph = new StepGraph(budget);
    this.accepted = new IntPages(budget);
    this.ends = new IntPages(budget);
    add(space.initial());
  }

  private int add(State state) {
    int added = store.add(state);
    if (added < 0) {
      return ~added;
    }
    graph.addState();
    accepted.add(UNSTABLE);
    ends.add(0);
    if (space.isFaulty(state)) {
      faulty.set(added);
    }
    return added;
  }

  /// Explores all that can be reached.
  void exploreAll() {
    for (int state = 0; state < store.size(); state++) {
      if (!isFaulty(state)) {
        explore(state);
      }
    }
  }

  /// Finds the steps from a state, unless they are known.
  ///
  /// @throws GaveUp if a limit is hit
  void explore(int id) {
    if (graph.isExplored(id)) {
      return;
    }
    State state = store.state(id);
    List<Step> steps = StepGraph.ordered(space.steps(state));
    int[] classes = new int[steps.size()];
    int[] targets = new int[steps.size()];
    for (int i = 0; i < targets.length; i++) {
      classes[i] = outside.event(steps.get(i).label()).map(alphabet::number).orElse(Alphabet.INTERNAL);
      targets[i] = add(steps.get(i).target());
    }
    graph.addSteps(id, steps, classes, targets);
    ends.set(id, position(outside.ends(state)));
    outside.accepted(steps, space::steps).ifPresent(events -> accepted.set(id, position(events)));
    explored++;
    checkLimits();
  }

  private int position(Collection<Event> events) {
    var set = new BitSet();
    events.forEach(event -> set.set(alphabet.number(event)));
    return positions.computeIfAbsent(set, s -> {
      sets.add(s);
      return sets.size() - 1;
    });
  }

  private void checkLimits() {
    if (store.size() > limits.maxStates()) {
      throw new GaveUp(new Reason.StateLimit(limits.maxStates(), contributors()));
    }
    if (explored % LIMITS_EVERY != 0) {
      return;
    }
    long elapsed = limits.elapsed();
    if (limits.cancelled().getAsBoolean()) {
      throw new GaveUp(new Reason.Cancelled());
    }
    if (elapsed > limits.maxNanos()) {
      throw new GaveUp(new Reason.TimeLimit(limits.maxNanos() / 1e9, contributors()));
    }
    if (explored % PROGRESS_EVERY == 0) {
      progress.exploring(store.size(), store.size() - explored, 0, elapsed == 0 ? 0 : explored * 1e9 / elapsed);
    }
  }

  /// Returns what makes the state space large.
  List<Reason.Contributor> contributors() {
    return Contributors.among(space.cells(), store);
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

  StateSpace space() {
    return space;
  }

  State state(int id) {
    return store.state(id);
  }

  int size() {
    return store.size();
  }

  double bytesPerState() {
    return store.bytesPerState() + 3.0 * Integer.BYTES
        + 2.0 * Integer.BYTES * graph.transitions() / Math.max(1, store.size());
  }
}
