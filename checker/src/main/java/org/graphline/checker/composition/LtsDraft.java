package org.graphline.checker.composition;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.LongToIntFunction;

/// An [Lts] in the making, state by state. Targets may be given as pairs of numbers, to be numbered later.
final class LtsDraft {
  private int[] first = new int[64];
  private int[] marks = new int[64];
  private int[] labels = new int[256];
  private int[] targets = new int[256];
  private int states;
  private int transitions;
  private int[] open = new int[64];
  private long[] to = new long[64];
  private long[] sorted = new long[64];
  private int count;

  /// Adds a transition of the state that comes next.
  void add(int label, int target) {
    put(label, target);
  }

  /// Adds a transition of the state that comes next to a pair.
  void add(int label, int left, int right) {
    put(label, (long) left << Integer.SIZE | right);
  }

  private void put(int label, long target) {
    if (count == open.length) {
      open = Arrays.copyOf(open, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
      sorted = new long[2 * count];
    }
    open[count] = label;
    to[count++] = target;
  }

  /// Reports whether the state that comes next has a transition that is a step and that nobody outside takes part in.
  boolean hasOwnStep(int kinds) {
    for (int i = 0; i < count; i++) {
      if (open[i] < kinds && Marking.isStep(open[i])) {
        return true;
      }
    }
    return false;
  }

  /// Takes back what was added with such a label.
  void remove(IntPredicate isUnwanted) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (!isUnwanted.test(open[i])) {
        open[kept] = open[i];
        to[kept++] = to[i];
      }
    }
    count = kept;
  }

  /// Takes back all that was added.
  void removeAll() {
    count = 0;
  }

  /// Ends a state.
  void state(int mark) {
    state(mark, target -> (int) target);
  }

  /// Ends a state; `number` numbers the targets.
  void state(int mark, LongToIntFunction number) {
    for (int i = 0; i < count; i++) {
      sorted[i] = (long) open[i] << Integer.SIZE | number.applyAsInt(to[i]);
    }
    Arrays.sort(sorted, 0, count);
    if (states + 1 == first.length) {
      first = Arrays.copyOf(first, 2 * first.length);
      marks = Arrays.copyOf(marks, 2 * marks.length);
    }
    for (int i = 0; i < count; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        keep((int) (sorted[i] >>> Integer.SIZE), (int) sorted[i]);
      }
    }
    marks[states++] = mark;
    first[states] = transitions;
    count = 0;
  }

  private void keep(int label, int target) {
    if (transitions == labels.length) {
      labels = Arrays.copyOf(labels, 2 * transitions);
      targets = Arrays.copyOf(targets, 2 * transitions);
    }
    labels[transitions] = label;
    targets[transitions++] = target;
  }

  int transitions() {
    return transitions;
  }

  Lts lts() {
    return new Lts(Arrays.copyOf(first, states + 1), Arrays.copyOf(labels, transitions),
        Arrays.copyOf(targets, transitions), Arrays.copyOf(marks, states));
  }
}
