package org.graphline.conformance.naive;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.graphline.conformance.naive.NaiveSpace.Edge;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Wait;

/// The stuck group of a state (rule R6): the greatest set of components none of which has a step, at least one of
/// them busy, in which everything waited for could only be given by other members.
final class NaiveStuckGroups {
  private final Semantics semantics;

  NaiveStuckGroups(Semantics semantics) {
    this.semantics = semantics;
  }

  /// Returns the members, none if there is no such group.
  Set<Integer> at(State state, List<Edge> steps) {
    var members = new HashSet<Integer>();
    for (int i = 0; i < semantics.network().instances().size(); i++) {
      if (!semantics.isGone(state, i)) {
        members.add(i);
      }
    }
    for (Edge edge : steps) {
      for (Step.Actor actor : edge.step().actors()) {
        members.remove(actor.instance());
      }
    }
    List<Wait> waits = semantics.waits(state);
    if (waits.isEmpty()) {
      return Set.of();
    }
    while (members.removeIf(m -> waits.stream().anyMatch(w -> w.instance() == m && canBeWoken(w, members)))) {
      // Whoever waited for those just taken out may have to go as well.
    }
    return members.stream().anyMatch(m -> !semantics.rests(state, m)) ? members : Set.of();
  }

  private static boolean canBeWoken(Wait wait, Set<Integer> members) {
    return wait.needs().stream().anyMatch(need -> need.byItself() || need.environment() || switch (need.quantifier()) {
      case ANY -> !members.containsAll(need.partners());
      case ALL -> need.partners().stream().noneMatch(members::contains);
    });
  }
}
