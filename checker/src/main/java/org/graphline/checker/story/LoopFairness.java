package org.graphline.checker.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Step.Fairness;

/// What a run that goes round a loop for ever takes of what is possible on its way.
final class LoopFairness {
  private final List<Step> loop;
  private final Map<State, List<Step>> possible = new LinkedHashMap<>();
  private final Map<State, Set<Step>> taken = new HashMap<>();

  LoopFairness(Semantics semantics, State entry, List<Step> loop) {
    this.loop = loop;
    State at = entry;
    for (Step step : loop) {
      possible.computeIfAbsent(at, semantics::steps);
      taken.computeIfAbsent(at, _ -> new HashSet<>()).add(step);
      at = step.target();
    }
  }

  /// Reports whether the run takes all it owes: each fair step wherever it is possible, and of each demonic
  /// choice some outcome.
  boolean isFair() {
    return possible.entrySet().stream().allMatch(e -> e.getValue().stream()
        .allMatch(step -> isPaid(step, e.getValue(), taken.get(e.getKey()))));
  }

  private static boolean isPaid(Step step, List<Step> alternatives, Set<Step> taken) {
    return switch (step.fairness()) {
      case FAIR -> taken.contains(step);
      case DEMONIC -> alternatives.stream().anyMatch(s -> s.fairness() == Fairness.DEMONIC
          && s.group() == step.group() && taken.contains(s));
      case FREE -> true;
    };
  }

  /// Returns the steps possible on the way that the loop takes nowhere, each once.
  List<Step> leftOut() {
    var all = new ArrayList<Step>();
    possible.values().forEach(steps -> steps.stream()
        .filter(s -> loop.stream().noneMatch(t -> Replay.doTheSame(s, t))
            && all.stream().noneMatch(o -> Replay.doTheSame(s, o)))
        .forEach(all::add));
    return all;
  }
}
