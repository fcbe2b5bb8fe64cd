package org.graphline.checker.composition;

import java.util.ArrayList;
import java.util.List;

/// Explores two parts together.
final class Joiner {
  private static final int LOOK_EVERY = 1 << 10;

  private final Lts left;
  private final Lts right;
  private final int kinds;
  private final Marking.Joining joining;
  private final Bounds bounds;
  private final Joint[][] byLeft;
  private final List<Joint> onlyRight = new ArrayList<>();
  private final PairNumbers pairs = new PairNumbers();
  private final LtsDraft draft = new LtsDraft();

  Joiner(Lts left, Lts right, int kinds, List<Joint> joints, Marking.Joining joining, Bounds bounds) {
    this.left = left;
    this.right = right;
    this.kinds = kinds;
    this.joining = joining;
    this.bounds = bounds;
    int labels = joints.stream().mapToInt(Joint::left).max().orElse(-1);
    var lists = new ArrayList<List<Joint>>();
    for (int i = 0; i <= Math.max(labels, left.highestLabel()); i++) {
      lists.add(new ArrayList<>());
    }
    for (Joint joint : joints) {
      (joint.left() < 0 ? onlyRight : lists.get(joint.left())).add(joint);
    }
    this.byLeft = lists.stream().map(l -> l.toArray(Joint[]::new)).toArray(Joint[][]::new);
  }

  /// Explores all; returns every state, or null if there are too many.
  Lts explore() {
    pairs.number(0, 0);
    for (int s = 0; s < pairs.size(); s++) {
      if (s % LOOK_EVERY == 0 && bounds.isTooMuch(pairs.size(), draft.transitions())) {
        return null;
      }
      int one = pairs.left(s);
      int other = pairs.right(s);
      int mark = left.mark(one) < 0 || right.mark(other) < 0 ? joining.mark(left.mark(one), right.mark(other), 0)
          : joining.mark(left.mark(one), right.mark(other), steps(one, other));
      if (mark < 0) {
        draft.removeAll();
      } else if (draft.hasOwnStep(kinds)) {
        draft.remove(l -> l == Marking.PROBE);
      }
      // Targets are numbered only now: those of a state that ends a run are not reached.
      draft.state(mark, pair -> pairs.number((int) (pair >>> Integer.SIZE), (int) pair));
    }
    return bounds.isTooMuch(pairs.size(), draft.transitions()) ? null : draft.lts();
  }

  /// Adds the steps of a pair; returns who is surely moved by those of both.
  private long steps(int one, int other) {
    long moved = 0;
    for (int t = left.first(one); t < left.first(one + 1); t++) {
      if (left.label(t) < kinds) {
        draft.add(left.label(t), left.target(t), other);
      } else {
        for (Joint joint : byLeft[left.label(t)]) {
          moved |= together(joint, left.target(t), other);
        }
      }
    }
    for (int t = right.first(other); t < right.first(other + 1) && right.label(t) < kinds; t++) {
      draft.add(right.label(t), one, right.target(t));
    }
    for (Joint joint : onlyRight) {
      for (int t = right.find(other, joint.right());
          t < right.first(other + 1) && right.label(t) == joint.right(); t++) {
        draft.add(joint.label(), one, right.target(t));
      }
    }
    return moved;
  }

  private long together(Joint joint, int to, int other) {
    if (joint.right() < 0) {
      draft.add(joint.label(), to, other);
      return joint.moved();
    }
    boolean any = false;
    for (int t = right.find(other, joint.right());
        t < right.first(other + 1) && right.label(t) == joint.right(); t++) {
      draft.add(joint.label(), to, right.target(t));
      any = true;
    }
    return any ? joint.moved() : 0;
  }

  PairNumbers pairs() {
    return pairs;
  }
}
