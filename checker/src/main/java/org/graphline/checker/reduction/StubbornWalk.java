package org.graphline.checker.reduction;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.graphline.checker.packed.Faults;
import org.graphline.checker.packed.Packing;
import org.graphline.checker.product.Atom;
import org.graphline.model.semantics.Step.Fairness;

/// Walks from state to state of a [StubbornSpace]. Not for several threads.
final class StubbornWalk {
  private static final int REMEMBERED = 1 << 15;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final StubbornSets sets;
  private final Packing packing;
  private final Optional<Symmetry> symmetry;
  private final StubbornChoice choice;
  private final Atom[] faults;
  private final int words;
  /// The events to be taken in the state entered last.
  final int[] kept;
  /// Whether it is an error state.
  boolean isFaulty;
  private int enabled;
  private final int[] moving;

  private final int[] at;
  private final int[] next;
  private final int[] mark;
  private final int[] highest;
  private final int[] start;
  private final long[] keys;
  private final long[] ends;
  private final boolean[] used;
  private final long[] key;
  private final long[] chosenAt;
  private final int[][] choices = new int[REMEMBERED][];

  StubbornWalk(StubbornSets sets, Packing packing, Optional<Symmetry> symmetry) {
    this.sets = sets;
    this.packing = packing;
    this.symmetry = symmetry;
    this.choice = new StubbornChoice(sets);
    this.faults = Faults.of(sets.product).toArray(Atom[]::new);
    this.words = packing.words();
    int fields = sets.product.fields().size();
    this.kept = new int[sets.size() + 1];
    this.moving = new int[sets.size() + 1];
    this.at = new int[fields];
    this.next = new int[fields];
    this.mark = new int[fields];
    this.highest = new int[fields];
    this.start = new int[fields];
    this.keys = new long[REMEMBERED * words];
    this.ends = new long[REMEMBERED * words];
    this.used = new boolean[REMEMBERED];
    this.key = new long[words];
    this.chosenAt = new long[REMEMBERED * words];
  }

  /// Finds the events to be taken in a state and returns how many there are.
  int enter(int[] values) {
    int count = choose(values);
    enabled = choice.count;
    System.arraycopy(choice.enabled, 0, moving, 0, enabled);
    System.arraycopy(choice.chosen, 0, kept, 0, count);
    if (count < enabled && isHighest(values, kept[0])) {
      System.arraycopy(moving, 0, kept, 0, enabled);
      return enabled;
    }
    return count;
  }

  /// The same, whatever is ignored.
  private int choose(int[] values) {
    isFaulty = false;
    for (Atom fault : faults) {
      if (fault.holds(values[fault.field()])) {
        isFaulty = true;
        choice.count = 0;
        return 0;
      }
    }
    choice.enter(values);
    if (choice.count > 0) {
      return choice.chooseEasily() ? 1 : remembered(values);
    }
    if (sets.isClosingTime(values)) {
      choice.chosen[0] = sets.closing();
      return 1;
    }
    return 0;
  }

  /// Chooses with care, unless the same was done not long ago.
  private int remembered(int[] values) {
    packing.encode(values, key, 0);
    int slot = slot(key, 0);
    int[] known = choices[slot];
    if (known != null && Arrays.equals(chosenAt, slot * words, (slot + 1) * words, key, 0, words)) {
      System.arraycopy(known, 0, choice.chosen, 0, known.length);
      return known.length;
    }
    int count = choice.chooseCarefully();
    System.arraycopy(key, 0, chosenAt, slot * words, words);
    choices[slot] = Arrays.copyOf(choice.chosen, count);
    return count;
  }

  private int slot(long[] states, int at) {
    long hash = 0;
    for (int i = 0; i < words; i++) {
      hash = (hash ^ states[at + i]) * SPREAD;
      hash ^= hash >>> 32;
    }
    return (int) hash & REMEMBERED - 1;
  }

  /// Reports whether nothing must happen in the state entered last; adds the instances that surely move to `moved`, a set
  /// as bits.
  boolean isNothingOwed(long[] moved) {
    Arrays.fill(moved, 0);
    boolean nothing = true;
    for (int i = 0; i < enabled; i++) {
      var offer = sets.event(moving[i]).offer;
      nothing &= offer.fairness() == Fairness.FREE;
      for (int instance : sets.movers[moving[i]]) {
        moved[instance / Long.SIZE] |= 1L << instance;
      }
    }
    return nothing;
  }

  /// Makes `after` what is after a step from `before`.
  void take(int event, int[] before, int[] after) {
    System.arraycopy(before, 0, after, 0, before.length);
    sets.event(event).apply(before, after);
    if (symmetry.isPresent()) {
      symmetry.get().represent(after);
    }
  }

  /// Writes the state that a search looks at where a step leads to `values` to `into`, from `to` on; `values` changes.
  void end(int[] values, long[] into, int to) {
    packing.encode(values, into, to);
    int slot = slot(into, to);
    int place = slot * words;
    if (used[slot] && Arrays.equals(keys, place, place + words, into, to, to + words)) {
      System.arraycopy(ends, place, into, to, words);
      return;
    }
    used[slot] = true;
    System.arraycopy(into, to, keys, place, words);
    pass(values);
    packing.encode(values, into, to);
    System.arraycopy(into, to, ends, place, words);
  }

  /// Passes from `values`, which change, on to the next state that is not passed over.
  void pass(int[] values) {
    System.arraycopy(values, 0, mark, 0, values.length);
    for (int count = 1, turn = 2; step(values); count++) {
      // A circle is noticed when a state comes again that was marked after 1, 2, 4, … steps (Brent, BIT 1980).
      if (Arrays.equals(values, mark)) {
        top(values);
        return;
      }
      if (count == turn) {
        System.arraycopy(values, 0, mark, 0, values.length);
        turn *= 2;
        count = 0;
      }
    }
  }

  /// The same, and tells `passed` of each state on the way after the first.
  void pass(int[] values, Consumer<int[]> passed) {
    int[] end = values.clone();
    pass(end);
    while (!Arrays.equals(values, end)) {
      if (!step(values)) {
        throw new AssertionError("a way that ends elsewhere");
      }
      passed.accept(values);
    }
  }

  /// Takes the only event of a state, if it has only one and may be passed over.
  private boolean step(int[] values) {
    if (choose(values) != 1 || choice.count == 0 || !sets.isPassable(choice.chosen[0])) {
      return false;
    }
    take(choice.chosen[0], values, next);
    System.arraycopy(next, 0, values, 0, next.length);
    return true;
  }

  /// Goes round a circle to its highest state.
  private void top(int[] values) {
    System.arraycopy(values, 0, mark, 0, values.length);
    System.arraycopy(values, 0, highest, 0, values.length);
    while (step(values) && !Arrays.equals(values, mark)) {
      if (isHigher(values, highest)) {
        System.arraycopy(values, 0, highest, 0, values.length);
      }
    }
    System.arraycopy(highest, 0, values, 0, values.length);
  }

  /// Reports whether the first events of sets lead from a state round to itself, and through no higher state nor one in
  /// which everything is taken.
  private boolean isHighest(int[] values, int first) {
    System.arraycopy(values, 0, start, 0, values.length);
    take(first, start, at);
    int[] seen = null;
    for (int count = 1, turn = 64;; count++) {
      pass(at);
      if (Arrays.equals(at, start)) {
        return true;
      }
      if (isHigher(at, start) || seen != null && Arrays.equals(at, seen)) {
        return false;
      }
      if (count == turn) {
        seen = at.clone();
        turn *= 2;
        count = 0;
      }
      if (choose(at) == choice.count || choice.count == 0) {
        return false;
      }
      take(choice.chosen[0], at, next);
      System.arraycopy(next, 0, at, 0, at.length);
    }
  }

  /// An order of all states in which most steps go up: local states are numbered as they are found.
  private static boolean isHigher(int[] one, int[] other) {
    int sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] - other[i];
    }
    return sum > 0 || sum == 0 && Arrays.compare(one, other) > 0;
  }
}
