package org.graphline.checker.reduction;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.graphline.checker.product.Atom;

/// Which enabled events are stubborn sets by themselves, as far as the values of a few fields near them show: each event
/// that does not accord with one waits for something that only this one can bring about. Most steps between two
/// components that have no other choice are found so, at the cost of a look into a table.
final class Singles {
  private static final int MOST = 1 << 14;
  private static final byte NO = 1;
  private static final byte YES = 2;

  private final StubbornSets sets;
  private final int[][] fields;
  /// For each event what is known at the values of its fields, 0 where nobody has asked; null where there is nothing to
  /// be known. Threads share it: whoever writes writes the same.
  private final byte[][] known;

  Singles(StubbornSets sets) {
    this.sets = sets;
    int events = sets.events.length;
    this.fields = new int[events][];
    this.known = new byte[events][];
    for (int e = 0; e < events; e++) {
      if (!sets.restless[e] && !sets.visible[e]) {
        describe(e);
      }
    }
  }

  private int size(int field) {
    return sets.product.fields().get(field).size();
  }

  private void describe(int e) {
    Event event = sets.events[e];
    int[] near = IntStream.concat(IntStream.of(event.lead).filter(f -> f >= 0), IntStream.concat(
        Arrays.stream(event.written), Arrays.stream(event.guard).flatMap(Arrays::stream).mapToInt(Atom::field)))
        .distinct().toArray();
    int count = 0;
    int all = 1;
    for (int field : near) {
      if ((long) all * size(field) <= MOST) {
        all *= size(field);
        near[count++] = field;
      }
    }
    fields[e] = Arrays.copyOf(near, count);
    known[e] = new byte[all];
  }

  /// Reports whether the event, which is enabled, is a stubborn set by itself; if not, it may still be.
  boolean isStubborn(int event, int[] values) {
    byte[] answers = known[event];
    if (answers == null) {
      return false;
    }
    int index = 0;
    for (int field : fields[event]) {
      index = index * size(field) + values[field];
    }
    if (answers[index] == 0) {
      answers[index] = ask(event, values) ? YES : NO;
    }
    return answers[index] == YES;
  }

  private boolean ask(int event, int[] values) {
    for (int other : sets.violations(event)) {
      if (!waitsFor(other, event, values)) {
        return false;
      }
    }
    return true;
  }

  private boolean waitsFor(int other, int event, int[] values) {
    for (int clause = 0; clause < sets.clauses(other); clause++) {
      if (isNear(other, clause, event) && !sets.isTrue(other, clause, values)) {
        int cuts = sets.mostCuts(other, clause, values);
        for (int cut = 0; cut < cuts; cut++) {
          if (isOnly(event, other, clause, cut, values)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean isNear(int other, int clause, int event) {
    return Arrays.stream(sets.fields(other, clause)).allMatch(f -> Arrays.stream(fields[event]).anyMatch(g -> g == f));
  }

  private boolean isOnly(int event, int other, int clause, int cut, int[] values) {
    for (int atom = 0; atom < sets.atoms(other, clause); atom++) {
      int[][] cuts = sets.cuts(other, clause, atom, values);
      for (int needed : cuts[Math.min(cut, cuts.length - 1)]) {
        if (needed != event) {
          return false;
        }
      }
    }
    return true;
  }
}
