package org.graphline.checker.composition;

import java.util.Arrays;

/// A labeled transition system with marks; every run begins in state 0. The transitions of a state are ordered by label,
/// then by target, each once. Labels below the number of kinds of a [Marking] are steps nobody outside takes part in.
final class Lts {
  private final int[] first;
  private final int[] labels;
  private final int[] targets;
  private final int[] marks;
  private final int hash;

  /// @param first where the transitions of each state begin; one more for the end
  Lts(int[] first, int[] labels, int[] targets, int[] marks) {
    this.first = first;
    this.labels = labels;
    this.targets = targets;
    this.marks = marks;
    this.hash = ((Arrays.hashCode(first) * 31 + Arrays.hashCode(labels)) * 31 + Arrays.hashCode(targets)) * 31
        + Arrays.hashCode(marks);
  }

  int states() {
    return marks.length;
  }

  int transitions() {
    return labels.length;
  }

  /// Returns the first transition of a state; the first of the next state is where they end.
  int first(int state) {
    return first[state];
  }

  int label(int transition) {
    return labels[transition];
  }

  int target(int transition) {
    return targets[transition];
  }

  int mark(int state) {
    return marks[state];
  }

  /// Returns the first transition of a state with this label or a higher one, or where its transitions end.
  int find(int state, int label) {
    int low = first[state];
    int high = first[state + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (labels[middle] < label) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Reports whether there is this transition.
  boolean has(int state, int label, int target) {
    for (int t = find(state, label); t < first[state + 1] && labels[t] == label; t++) {
      if (targets[t] == target) {
        return true;
      }
    }
    return false;
  }

  /// Returns the highest label in use, or -1.
  int highestLabel() {
    return Arrays.stream(labels).max().orElse(-1);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Lts that && hash == that.hash && Arrays.equals(first, that.first)
        && Arrays.equals(labels, that.labels) && Arrays.equals(targets, that.targets)
        && Arrays.equals(marks, that.marks);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
