package org.graphline.conformance.naive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.graphline.conformance.naive.NaiveSpace.Edge;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Step.Fairness;

/// The states of fair cycles without progress. A set of states is one if each can reach each by steps within that
/// are no progress, and none is owed a step that leaves it or makes progress.
final class NaiveFairCycles {
  private final NaiveSpace space;
  private final Predicate<Label> progress;
  private final Set<Integer> found = new HashSet<>();

  NaiveFairCycles(NaiveSpace space, Predicate<Label> progress, Set<Integer> within) {
    this.space = space;
    this.progress = progress;
    var work = new ArrayDeque<Set<Integer>>();
    work.add(within);
    while (!work.isEmpty()) {
      for (Set<Integer> component : components(work.remove())) {
        var left = new HashSet<>(component);
        left.removeIf(s -> isOwedMore(s, component));
        if (left.size() == component.size()) {
          found.addAll(component);
        } else {
          work.add(left);
        }
      }
    }
  }

  Set<Integer> states() {
    return found;
  }

  private boolean stays(Edge edge, Set<Integer> within) {
    return within.contains(edge.target()) && !progress.test(edge.step().label());
  }

  private boolean isOwedMore(int state, Set<Integer> component) {
    var choices = new HashMap<Integer, Boolean>();
    for (Edge edge : space.from(state)) {
      boolean stays = stays(edge, component);
      if (edge.step().fairness() == Fairness.FAIR && !stays) {
        return true;
      }
      if (edge.step().fairness() == Fairness.DEMONIC) {
        choices.merge(edge.step().group(), stays, Boolean::logicalOr);
      }
    }
    return choices.containsValue(false);
  }

  /// The sets of states that can reach each other within `states`, those without a cycle left out: Kosaraju's way.
  private List<Set<Integer>> components(Set<Integer> states) {
    Map<Integer, List<Integer>> back = new HashMap<>();
    var order = new ArrayList<Integer>();
    var seen = new HashSet<Integer>();
    for (int root : states) {
      postorder(root, states, seen, order, back);
    }
    var all = new ArrayList<Set<Integer>>();
    var assigned = new HashSet<Integer>();
    for (int root : order.reversed()) {
      if (assigned.add(root)) {
        var component = new HashSet<Integer>(Set.of(root));
        var queue = new ArrayDeque<Integer>(List.of(root));
        while (!queue.isEmpty()) {
          for (int before : back.getOrDefault(queue.remove(), List.of())) {
            if (assigned.add(before)) {
              component.add(before);
              queue.add(before);
            }
          }
        }
        if (component.size() > 1 || back.getOrDefault(root, List.of()).contains(root)) {
          all.add(component);
        }
      }
    }
    return all;
  }

  private void postorder(int root, Set<Integer> states, Set<Integer> seen, List<Integer> order,
      Map<Integer, List<Integer>> back) {
    record Frame(int state, java.util.Iterator<Edge> rest) {}
    if (!seen.add(root)) {
      return;
    }
    var stack = new ArrayDeque<Frame>();
    stack.push(new Frame(root, space.from(root).iterator()));
    while (!stack.isEmpty()) {
      Frame top = stack.peek();
      if (!top.rest().hasNext()) {
        order.add(top.state());
        stack.pop();
        continue;
      }
      Edge edge = top.rest().next();
      if (stays(edge, states)) {
        back.computeIfAbsent(edge.target(), _ -> new ArrayList<>()).add(top.state());
        if (seen.add(edge.target())) {
          stack.push(new Frame(edge.target(), space.from(edge.target()).iterator()));
        }
      }
    }
  }
}
