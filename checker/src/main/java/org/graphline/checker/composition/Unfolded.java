package org.graphline.checker.composition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A part on its way through its states, with all that is inside it: what the smallest systems do is done by what they
/// stand for, hidden steps being filled in.
final class Unfolded {
  private final int[] values;
  private final List<int[]> path = new ArrayList<>();
  private final int kinds;
  private final Inner root;

  /// @param values the values of all fields at the start
  Unfolded(Part part, int[] values, int kinds) {
    this.values = values.clone();
    this.kinds = kinds;
    this.root = inner(part.shape(), part.fields());
    path.add(values.clone());
  }

  /// Takes a transition of the smallest system.
  void take(int label, int target) {
    Taken taken = root.prepare(label, target);
    taken.commit();
    if (label == Marking.PROBE) {
      root.settle();
    } else {
      path.add(values.clone());
    }
  }

  /// Returns the values of all fields before and after each step so far.
  List<int[]> path() {
    return List.copyOf(path);
  }

  private Inner inner(Shape shape, List<Integer> fields) {
    return switch (shape) {
      case Shape.Leaf leaf -> new Leaf(leaf, fields.getFirst());
      case Shape.Pair pair -> new Pair(pair, inner(pair.left(), fields.subList(0, pair.left().fields())),
          inner(pair.right(), fields.subList(pair.left().fields(), fields.size())));
    };
  }

  /// A step about to be taken; everything is where it can be taken.
  private interface Taken {
    void commit();
  }

  private abstract class Inner {
    private final Lts whole;
    private final int[] least;
    private int state;

    Inner(Lts whole, int[] least) {
      this.whole = whole;
      this.least = least;
    }

    /// Goes on by hidden steps that change nothing for others until there is a step with this label to what `target` of
    /// the smallest system stands for, and makes it ready.
    final Taken prepare(int label, int target) {
      int[] way = way(label, target);
      for (int i = 1; i < way.length - 1; i++) {
        ready(Marking.HIDDEN, way[i]).commit();
        path.add(values.clone());
      }
      return ready(label, way[way.length - 1]);
    }

    /// Takes hidden steps as long as there are any: where probes are, that ends, and changes nothing for others.
    final void settle() {
      for (int hidden = whole.first(state); hidden < whole.first(state + 1)
          && whole.label(hidden) == Marking.HIDDEN; hidden = whole.first(state)) {
        ready(Marking.HIDDEN, whole.target(hidden)).commit();
        path.add(values.clone());
      }
      settleInside();
    }

    abstract void settleInside();

    private Taken ready(int label, int next) {
      Taken inside = ready(state, label, next);
      return () -> {
        inside.commit();
        state = next;
      };
    }

    /// The states from here, by hidden steps within the block, to one from which the step leads to the last one.
    private int[] way(int label, int target) {
      int[] from = new int[whole.states()];
      Arrays.fill(from, -1);
      from[state] = state;
      var open = new ArrayDeque<Integer>(List.of(state));
      while (!open.isEmpty()) {
        int at = open.poll();
        for (int t = whole.find(at, label); t < whole.first(at + 1) && whole.label(t) == label; t++) {
          if (least[whole.target(t)] == target) {
            return way(from, at, whole.target(t));
          }
        }
        for (int t = whole.first(at); t < whole.first(at + 1) && whole.label(t) == Marking.HIDDEN; t++) {
          int next = whole.target(t);
          if (from[next] < 0 && least[next] == least[at]) {
            from[next] = at;
            open.add(next);
          }
        }
      }
      throw new OutOfReach("a step of a part that none of its states has");
    }

    private int[] way(int[] from, int last, int next) {
      var way = new ArrayDeque<Integer>(List.of(next));
      for (int at = last; at != state; at = from[at]) {
        way.addFirst(at);
      }
      way.addFirst(state);
      return way.stream().mapToInt(Integer::intValue).toArray();
    }

    abstract Taken ready(int from, int label, int to);
  }

  private final class Leaf extends Inner {
    private final Shape.Leaf shape;
    private final int field;

    Leaf(Shape.Leaf shape, int field) {
      super(shape.whole(), shape.state());
      this.shape = shape;
      this.field = field;
    }

    @Override
    Taken ready(int from, int label, int to) {
      return () -> values[field] = shape.values()[to];
    }

    @Override
    void settleInside() {
      // Nothing is inside.
    }
  }

  private final class Pair extends Inner {
    private final Joined joined;
    private final Lts leftLts;
    private final Lts rightLts;
    private final Inner left;
    private final Inner right;

    Pair(Shape.Pair shape, Inner left, Inner right) {
      super(shape.joined().whole(), shape.joined().state());
      this.joined = shape.joined();
      this.leftLts = shape.left().least();
      this.rightLts = shape.right().least();
      this.left = left;
      this.right = right;
    }

    @Override
    void settleInside() {
      left.settle();
      right.settle();
    }

    @Override
    Taken ready(int from, int label, int to) {
      int one = joined.left()[from];
      int other = joined.right()[from];
      int nextOne = joined.left()[to];
      int nextOther = joined.right()[to];
      if (label < kinds && other == nextOther && leftLts.has(one, label, nextOne)) {
        return left.prepare(label, nextOne);
      }
      if (label < kinds && one == nextOne && rightLts.has(other, label, nextOther)) {
        return right.prepare(label, nextOther);
      }
      for (Joint joint : joined.joints()) {
        boolean leftCan = joint.left() < 0 ? one == nextOne : leftLts.has(one, joint.left(), nextOne);
        boolean rightCan = joint.right() < 0 ? other == nextOther : rightLts.has(other, joint.right(), nextOther);
        if (joint.label() == label && leftCan && rightCan) {
          Taken ours = joint.left() < 0 ? () -> { } : left.prepare(joint.left(), nextOne);
          Taken theirs = joint.right() < 0 ? () -> { } : right.prepare(joint.right(), nextOther);
          return () -> {
            ours.commit();
            theirs.commit();
          };
        }
      }
      throw new AssertionError("a step of two parts that neither they nor both of them have");
    }
  }
}
