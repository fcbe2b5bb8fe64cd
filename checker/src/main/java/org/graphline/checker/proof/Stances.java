package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What some instances together may be in, each in a local state or in none that matters: all ways to choose that
/// contradict nothing known of two of them: each is stuck, and whoever it leans on is stuck too, or it is left out.
final class Stances {
  /// Left out: not stuck.
  static final int OUT = -1;
  /// Instances with more choices together are not looked at.
  private static final int MOST = 1 << 12;
  private static final int MOST_TRIED = 1 << 18;

  private final Kinds kinds;
  private final int[] members;
  private final Map<Integer, Integer> position = new HashMap<>();
  private final List<int[]> choices = new ArrayList<>();
  private int tried;

  Stances(Kinds kinds, List<Integer> members) {
    this.kinds = kinds;
    this.members = members.stream().mapToInt(Integer::intValue).toArray();
    for (int i = 0; i < this.members.length; i++) {
      position.put(this.members[i], i);
    }
    int[] choice = new int[this.members.length];
    Arrays.fill(choice, OUT);
    choose(choice, 0);
  }

  private void choose(int[] choice, int at) {
    if (++tried > MOST_TRIED || choices.size() > MOST) {
      throw new Cells.Irregular("too many local states in one cell");
    }
    kinds.effort().spend(1);
    if (at == members.length) {
      choices.add(choice.clone());
      return;
    }
    Kind kind = kinds.of(members[at]);
    for (int s = OUT; s < kind.size(); s++) {
      if (s == OUT || has(kind.stuck(), s)) {
        choice[at] = s;
        if (agrees(choice, at)) {
          choose(choice, at + 1);
        }
      }
    }
    choice[at] = OUT;
  }

  /// Reports whether the choice for the member `at` goes with those before.
  private boolean agrees(int[] choice, int at) {
    for (int arc = kinds.firstArc(members[at]); arc < kinds.firstArc(members[at] + 1); arc++) {
      Integer other = position.get(kinds.target(arc));
      if (other != null && other < at && !mayBe(arc, choice[at], choice[other])) {
        return false;
      }
    }
    for (int before = 0; before < at; before++) {
      for (int arc = kinds.firstArc(members[before]); arc < kinds.firstArc(members[before] + 1); arc++) {
        if (kinds.target(arc) == members[at] && !mayBe(arc, choice[before], choice[at])) {
          return false;
        }
      }
    }
    return true;
  }

  /// Reports whether one at the beginning of an arc may be in `state` while the other is in `otherState`.
  private boolean mayBe(int arc, int state, int otherState) {
    if (state == OUT) {
      return true;
    }
    Joint.Side side = kinds.side(arc);
    if (otherState == OUT) {
      return has(side.free(), state);
    }
    return has(side.waiting()[state], otherState)
        && (has(side.free(), state) || has(side.inside()[state], otherState));
  }

  private static boolean has(long[] states, int state) {
    return (states[state / Kind.WORD] & 1L << state) != 0;
  }

  int size() {
    return choices.size();
  }

  int[] members() {
    return members;
  }

  /// Returns the local states of the members in a choice.
  int[] choice(int number) {
    return choices.get(number);
  }

  /// Reports whether in a choice some member is busy.
  boolean isAnyoneBusy(int number) {
    int[] choice = choices.get(number);
    for (int i = 0; i < members.length; i++) {
      if (choice[i] != OUT && has(kinds.of(members[i]).busy(), choice[i])) {
        return true;
      }
    }
    return false;
  }

  /// Reports whether two choices of instances that are neighbors go together.
  ///
  /// @param arcs those between the two, each as where it begins among the members of the one (or, minus one and
  ///             negative, of the other), where it ends in the same way, and the arc
  boolean agrees(int[] choice, int[] otherChoice, List<int[]> arcs) {
    for (int[] arc : arcs) {
      int from = arc[0] >= 0 ? choice[arc[0]] : otherChoice[-1 - arc[0]];
      int to = arc[1] >= 0 ? choice[arc[1]] : otherChoice[-1 - arc[1]];
      if (!mayBe(arc[2], from, to)) {
        return false;
      }
    }
    return true;
  }

  /// Returns the arcs between these and other instances, as [#agrees] wants them.
  List<int[]> arcsTo(Stances other) {
    var all = new ArrayList<int[]>();
    for (int i = 0; i < members.length; i++) {
      for (int arc = kinds.firstArc(members[i]); arc < kinds.firstArc(members[i] + 1); arc++) {
        Integer at = other.position.get(kinds.target(arc));
        if (at != null) {
          all.add(new int[] {i, -1 - at, arc});
        }
      }
    }
    for (int i = 0; i < other.members.length; i++) {
      for (int arc = kinds.firstArc(other.members[i]); arc < kinds.firstArc(other.members[i] + 1); arc++) {
        Integer at = position.get(kinds.target(arc));
        if (at != null) {
          all.add(new int[] {-1 - i, at, arc});
        }
      }
    }
    return all;
  }

  /// Returns the arcs among these instances.
  List<int[]> arcs() {
    return arcsTo(this).stream().filter(a -> a[0] >= 0).map(a -> new int[] {a[0], -1 - a[1], a[2]}).toList();
  }
}
