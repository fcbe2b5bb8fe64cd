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
  private final int[][] sizes;
  /// For each event what is known at the values of its fields, 0 where nobody has asked; null where nobody has asked at
  /// all. Threads share it: whoever writes writes the same.
  private final byte[][] known;
  /// How many values its fields have together; 0 where there is nothing to be known.
  private final int[] combinations;

  Singles(StubbornSets sets) {
    this.sets = sets;
    int events = sets.events.length;
    this.fields = new int[events][];
    this.sizes = new int[events][];
    this.known = new byte[events][];
    this.combinations = new int[events];
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
    sizes[e] = Arrays.stream(fields[e]).map(this::size).toArray();
    combinations[e] = all;
  }

  /// Reports whether the event, which is enabled, is a stubborn set by itself; if not, it may still be.
  boolean isStubborn(int event, int[] values) {
    byte[] answers = known[event];
    if (answers == null) {
      if (combinations[event] == 0) {
        return false;
      }
      answers = new byte[combinations[event]];
      known[event] = answers;
    }
    int index = 0;
    int[] near = fields[event];
    int[] count = sizes[event];
    for (int i = 0; i < near.length; i++) {
      index = index * count[i] + values[near[i]];
    }
    if (answers[index] == 0) {
      answers[index] = ask(event, values) ? YES : NO;
    }
    return answers[index] == YES;
  }

  private boolean ask(int event, int[] values) {
    for (int other : EventMask.numbers(sets.violations(event))) {
      if (!waitsFor(other, event, values)) {
        return false;
      }
    }
    return true;
  }

  private boolean waitsFor(int other, int event, int[] values) {
    for (Cuts.Wanted[] clause : sets.clauses[other]) {
      if (isNear(clause, event) && Arrays.stream(clause).noneMatch(a -> a.holds(values[a.field]))) {
        long[][][] cuts = Arrays.stream(clause).map(a -> a.before(values[a.field])).toArray(long[][][]::new);
        int most = Arrays.stream(cuts).mapToInt(c -> c.length).max().orElse(1);
        if (IntStream.range(0, most).anyMatch(cut -> isOnly(event, cuts, cut))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isNear(Cuts.Wanted[] clause, int event) {
    return Arrays.stream(clause).allMatch(a -> Arrays.stream(fields[event]).anyMatch(f -> f == a.field));
  }

  private static boolean isOnly(int event, long[][][] cuts, int cut) {
    return Arrays.stream(cuts).allMatch(c -> EventMask.hasOnly(event, c[Math.min(cut, c.length - 1)]));
  }
}
