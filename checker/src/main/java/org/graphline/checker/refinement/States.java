package org.graphline.checker.refinement;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.graphline.checker.engine.StepGraph;
import org.graphline.checker.verdict.Reason;
import org.graphline.model.semantics.Step;

/// Where the numbered states of a [VisibleGraph] come from, and the way back from transitions to elementary
/// steps.
sealed interface States permits ModelStates, ProductStates {

  /// Is told of each new state, in the order of numbers.
  interface Newcomers {

    /// There is one state more.
    void add(boolean isFaulty);
  }

  /// What the environment sees of a state.
  ///
  /// @param ends     the ends it could see
  /// @param accepted what is accepted beside, or nothing if the state is not stable
  record Seen(BitSet ends, Optional<BitSet> accepted) {}

  /// Adds the initial state.
  void begin();

  /// Adds the transitions of a state, and the states they lead to.
  Seen explore(int state, StepGraph graph);

  /// Returns the elementary steps from the start of the network to the initial state.
  List<Step> opening();

  /// Returns the elementary steps that a transition of `state` stands for.
  List<Step> steps(int state, int transition, StepGraph graph);

  /// Returns how many states there are.
  int size();

  /// Returns what a state takes.
  double bytesPerState();

  /// Returns what makes the state space large.
  List<Reason.Contributor> contributors();
}
