package org.graphline.model.semantics;

import java.util.List;

/// One step a network can take from a state.
///
/// @param actors   the threads that move, with the control point each leaves; for a transfer the giver first
/// @param fairness what the environment of the step owes it
/// @param group    for [Fairness#DEMONIC], the choice this step is one outcome of: equal for outcomes of the same
///                 choice in the same state, and never equal for others
public record Step(Label label, List<Actor> actors, Fairness fairness, int group, State target) {
  public Step {
    actors = List.copyOf(actors);
  }

  /// A thread that moves and the node it leaves.
  ///
  /// @param choice the case of a `select` that is taken; -1 elsewhere
  public record Actor(int instance, int thread, int node, int choice) {}

  /// What a fair run owes a step that is enabled again and again.
  public enum Fairness {
    /// It is taken.
    FAIR,
    /// Some step of its group is taken; which one, the adversary says.
    DEMONIC,
    /// Nothing: the environment may leave it for ever.
    FREE
  }
}
