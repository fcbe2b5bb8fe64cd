package org.graphline.checker.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.graphline.checker.space.StateSpace;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Wait;

/// Finds who can never move again: a deadlock, or a stuck group (rule R6).
public final class StuckGroups {
  private StuckGroups() {}

  /// Returns the stuck instances in order: the busy ones and those they wait for, or nobody.
  public static List<Integer> find(StateSpace space, State state, List<Step> steps) {
    List<Wait> waits = space.waits(state);
    Map<Integer, List<Wait>> byInstance = new HashMap<>();
    waits.forEach(w -> byInstance.computeIfAbsent(w.instance(), _ -> new ArrayList<>()).add(w));
    Set<Integer> stuck = greatest(byInstance, steps);
    Set<Integer> busy = new TreeSet<>(stuck);
    busy.removeIf(i -> space.rests(state, i));
    if (busy.isEmpty() && steps.isEmpty() && !space.isOver(state)) {
      // No step at all: whoever is busy is in a deadlock, whatever it hopes for.
      byInstance.keySet().stream().filter(i -> !space.rests(state, i)).forEach(busy::add);
      return dependents(busy, byInstance.keySet(), byInstance);
    }
    return dependents(busy, stuck, byInstance);
  }

  /// The greatest set of instances that no step moves and that need members only.
  private static Set<Integer> greatest(Map<Integer, List<Wait>> byInstance, List<Step> steps) {
    Set<Integer> stuck = new LinkedHashSet<>(byInstance.keySet());
    steps.forEach(s -> s.actors().forEach(a -> stuck.remove(a.instance())));
    boolean changed = true;
    while (changed) {
      changed = stuck.removeIf(i -> byInstance.get(i).stream()
          .anyMatch(w -> w.needs().stream().anyMatch(n -> canCome(n, stuck))));
    }
    return stuck;
  }

  private static boolean canCome(Wait.Need need, Set<Integer> stuck) {
    if (need.environment() || need.byItself()) {
      return true;
    }
    return switch (need.kind()) {
      // Branches of the same instance wait too, each for itself.
      case BRANCHES, NOTHING -> false;
      case LETTER, ROOM, READER, REQUEST, ACCEPTANCE, REPLY, BARRIER, END, TIMER, CHOICE, MOMENT ->
          switch (need.quantifier()) {
            case ANY -> !stuck.containsAll(need.partners());
            case ALL -> need.partners().stream().noneMatch(stuck::contains);
          };
    };
  }

  private static List<Integer> dependents(Set<Integer> busy, Set<Integer> candidates,
      Map<Integer, List<Wait>> byInstance) {
    var group = new TreeSet<>(busy);
    var open = new ArrayList<>(busy);
    while (!open.isEmpty()) {
      for (Wait wait : byInstance.getOrDefault(open.removeLast(), List.of())) {
        for (Wait.Need need : wait.needs()) {
          for (int partner : need.partners()) {
            if (candidates.contains(partner) && group.add(partner)) {
              open.add(partner);
            }
          }
        }
      }
    }
    return List.copyOf(group);
  }
}
