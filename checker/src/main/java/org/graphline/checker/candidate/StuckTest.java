package org.graphline.checker.candidate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Standing;
import org.graphline.checker.product.Standing.Need;
import org.graphline.checker.product.Standing.Supporter;

/// Tells whether some instances belong to a stuck group (rule R6) in a state of the product: the greatest
/// fixpoint, among those only whom they depend on.
final class StuckTest {
  private final Moves moves;

  StuckTest(Moves moves) {
    this.moves = moves;
  }

  /// Returns who is stuck of `some` and those they wait for, if any of these is busy; nobody if none is, or
  /// if it is not known because more than `most` have to be looked at.
  Set<Integer> group(Collection<Integer> some, int[] values, int most) {
    Map<Integer, List<Integer>> waiting = new HashMap<>();
    Set<Integer> stuck = reached(some, values, most, waiting);
    var open = new ArrayDeque<>(stuck);
    while (!open.isEmpty()) {
      int instance = open.poll();
      if (stuck.contains(instance) && canGoOn(instance, stuck, values)) {
        stuck.remove(instance);
        open.addAll(waiting.getOrDefault(instance, List.of()));
      }
    }
    return stuck.stream().anyMatch(i -> !standing(i, values).rests()) ? stuck : Set.of();
  }

  /// Those of `some`, and of those they wait for, and so on, whom nothing moves.
  ///
  /// @param waiting filled with who waits for whom
  private Set<Integer> reached(Collection<Integer> some, int[] values, int most,
      Map<Integer, List<Integer>> waiting) {
    Set<Integer> still = new LinkedHashSet<>();
    Set<Integer> moving = new HashSet<>();
    List<Integer> open = new ArrayList<>();
    some.forEach(i -> look(i, values, still, moving, open));
    while (!open.isEmpty() && still.size() <= most) {
      int instance = open.removeLast();
      for (Need need : standing(instance, values).needs()) {
        for (Supporter supporter : need.supporters()) {
          look(supporter.instance(), values, still, moving, open);
          waiting.computeIfAbsent(supporter.instance(), _ -> new ArrayList<>()).add(instance);
        }
      }
    }
    return open.isEmpty() ? still : new LinkedHashSet<>();
  }

  private void look(int instance, int[] values, Set<Integer> still, Set<Integer> moving, List<Integer> open) {
    if (!still.contains(instance) && !moving.contains(instance)) {
      boolean waits = standing(instance, values).isLive() && !canMove(instance, values);
      (waits ? still : moving).add(instance);
      if (waits) {
        open.add(instance);
      }
    }
  }

  private Standing standing(int instance, int[] values) {
    return moves.product().standings().get(instance).get(values[instance]);
  }

  private boolean canMove(int instance, int[] values) {
    for (int number : moves.moving(instance)) {
      if (moves.get(number).isEnabled(values)) {
        return true;
      }
    }
    return false;
  }

  private boolean canGoOn(int instance, Set<Integer> stuck, int[] values) {
    for (Need need : standing(instance, values).needs()) {
      if (canCome(need, stuck, values)) {
        return true;
      }
    }
    return false;
  }

  private static boolean canCome(Need need, Set<Integer> stuck, int[] values) {
    for (Atom atom : need.environment()) {
      if (atom.holds(values[atom.field()])) {
        return true;
      }
    }
    boolean anyFree = false;
    boolean anyStuck = false;
    for (Supporter supporter : need.supporters()) {
      if (supporter.atom().holds(values[supporter.atom().field()])) {
        boolean isStuck = stuck.contains(supporter.instance());
        anyStuck |= isStuck;
        anyFree |= !isStuck;
      }
    }
    return need.all() ? !anyStuck : anyFree;
  }
}
