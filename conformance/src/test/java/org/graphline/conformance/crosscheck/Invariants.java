package org.graphline.conformance.crosscheck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.graphline.conformance.naive.NaiveJudge;
import org.graphline.conformance.naive.NaiveSpace;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;

/// What is true of every state space, whatever the network.
final class Invariants {
  private final NaiveSpace space;
  private final Semantics semantics;
  private final List<String> broken = new ArrayList<>();

  Invariants(NaiveSpace space, NaiveJudge judge) {
    this.space = space;
    this.semantics = space.semantics();
    if (!semantics.initial().equals(space.state(0))) {
      broken.add("the initial state is not the same twice");
    }
    for (int s = 0; s < space.size(); s++) {
      look(s);
    }
    judge.stuckGroups().forEach(this::neverMovesAgain);
  }

  List<String> broken() {
    return broken.stream().distinct().limit(5).toList();
  }

  private void look(int number) {
    State state = space.state(number);
    for (int cell = 0; cell < state.size(); cell++) {
      int content = state.cell(cell);
      if (content < semantics.layout().low(cell) || content > semantics.layout().high(cell)) {
        broken.add("`" + semantics.layout().name(cell) + "` is " + content);
      }
    }
    boolean hasSteps = !space.from(number).isEmpty();
    if (hasSteps && (semantics.fault(state).isPresent() || semantics.isOver(state) && isQuiet(number))) {
      broken.add("a step after the end");
    }
    if (number % 16 == 0 && !semantics.steps(state).equals(space.from(number).stream().map(e -> e.step()).toList())) {
      broken.add("the steps of a state are not the same twice");
    }
  }

  /// Once everyone is gone only the environment may still do something.
  private boolean isQuiet(int number) {
    return space.from(number).stream().anyMatch(e -> !e.step().actors().isEmpty()
        || e.step().label() instanceof Label.ClosingTime);
  }

  private void neverMovesAgain(int from, List<Integer> members) {
    var stuck = new HashSet<>(members);
    Set<Integer> seen = new HashSet<>(Set.of(from));
    var queue = new ArrayDeque<>(List.of(from));
    while (!queue.isEmpty() && seen.size() < 200) {
      for (NaiveSpace.Edge edge : space.from(queue.remove())) {
        if (edge.step().actors().stream().anyMatch(a -> stuck.contains(a.instance()))) {
          broken.add("a member of a stuck group moves: " + edge.step().label());
          return;
        }
        if (seen.add(edge.target())) {
          queue.add(edge.target());
        }
      }
    }
  }
}
