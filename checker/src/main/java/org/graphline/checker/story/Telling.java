package org.graphline.checker.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.graphline.model.semantics.Step;

/// The order in which to tell a run: each step right after its causes. What nothing follows from is told in
/// the order of the network, the environment's part last, and before it, where not told yet, all that leads
/// to it.
///
/// A linear extension of the order of causes: the walk back from the last steps, depth first.
final class Telling {
  private final List<List<Integer>> causes;
  private final boolean[] told;
  private final List<Integer> order = new ArrayList<>();

  private Telling(List<List<Integer>> causes) {
    this.causes = causes;
    this.told = new boolean[causes.size()];
  }

  /// Returns the positions of `steps` in the order of telling.
  ///
  /// @param causes as [Causes] has them
  /// @param fixed  steps that keep their place: what is before them, and after, stays there
  static List<Integer> order(List<Step> steps, List<List<Integer>> causes, List<Integer> fixed) {
    var telling = new Telling(causes);
    int start = 0;
    for (int place : fixed.stream().sorted().toList()) {
      telling.tell(steps, start, place);
      telling.tell(steps, place, place + 1);
      start = place + 1;
    }
    telling.tell(steps, start, steps.size());
    return telling.order;
  }

  private void tell(List<Step> steps, int start, int end) {
    var isCause = new boolean[steps.size()];
    for (int i = start; i < end; i++) {
      causes.get(i).forEach(c -> isCause[c] = true);
    }
    var last = new ArrayList<Integer>();
    for (int i = start; i < end; i++) {
      if (!isCause[i]) {
        last.add(i);
      }
    }
    last.sort(Comparator.comparingInt(i -> firstActor(steps.get(i))));
    last.forEach(this::tellWithCauses);
  }

  private static int firstActor(Step step) {
    return step.actors().stream().mapToInt(Step.Actor::instance).min().orElse(Integer.MAX_VALUE);
  }

  private void tellWithCauses(int root) {
    var open = new ArrayDeque<Integer>();
    open.push(root);
    while (!open.isEmpty()) {
      int step = open.peek();
      List<Integer> missing = causes.get(step).stream().filter(c -> !told[c]).toList();
      if (!missing.isEmpty()) {
        open.push(missing.getFirst());
      } else {
        open.pop();
        if (!told[step]) {
          told[step] = true;
          order.add(step);
        }
      }
    }
  }
}
