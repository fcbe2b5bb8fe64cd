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

  private final int[] here;
  private final int[] there;
  private final int[] next;
  private final int[] mark;
  private final int[] highest;
  /// States that were passed over, with where that led; and states with where the first event of their set leads, itself
  /// where everything is taken.
  private final StateCache ends;
  private final StateCache nexts;
  private final long[] passed;
  private final long[] round;
  private final long[] top;
  private final long[] left;
  private final long[] start;
  private final long[] at;
  private final long[] seen;
  private final long[] key;
  private final long[] chosenAt;
  private final int[][] choices = new int[StateCache.places()][];

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
    this.here = new int[fields];
    this.there = new int[fields];
    this.next = new int[fields];
    this.mark = new int[fields];
    this.highest = new int[fields];
    this.ends = new StateCache(words);
    this.nexts = new StateCache(words);
    this.passed = new long[words];
    this.round = new long[words];
    this.top = new long[words];
    this.left = new long[words];
    this.start = new long[words];
    this.at = new long[words];
    this.seen = new long[words];
    this.key = new long[words];
    this.chosenAt = new long[StateCache.places() * words];
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
    int slot = StateCache.place(key, 0, words);
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
  /// Returns how many states were passed over.
  int end(int[] values, long[] into, int to) {
    packing.encode(values, into, to);
    System.arraycopy(into, to, passed, 0, words);
    int known = ends.replace(into, to);
    if (known >= 0) {
      return known;
    }
    int count = pass(values);
    packing.encode(values, into, to);
    ends.keep(passed, into, to, count);
    return count;
  }

  /// Passes from `values`, which change, on to the next state that is not passed over; returns how many were.
  int pass(int[] values) {
    System.arraycopy(values, 0, mark, 0, values.length);
    int all = 0;
    for (int count = 1, turn = 2; step(values); count++) {
      all++;
      // A circle is noticed when a state comes again that was marked after 1, 2, 4, … steps (Brent, BIT 1980).
      if (Arrays.equals(values, mark)) {
        top(values);
        return all;
      }
      if (count == turn) {
        System.arraycopy(values, 0, mark, 0, values.length);
        turn *= 2;
        count = 0;
      }
    }
    return all;
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
    packing.encode(values, top, 0);
    while (step(values) && !Arrays.equals(values, mark)) {
      packing.encode(values, round, 0);
      if (isHigher(round, top)) {
        System.arraycopy(values, 0, highest, 0, values.length);
        System.arraycopy(round, 0, top, 0, words);
      }
    }
    System.arraycopy(highest, 0, values, 0, values.length);
  }

  /// Reports whether the first events of sets lead from a state round to itself, and through no higher state nor one in
  /// which everything is taken.
  private boolean isHighest(int[] values, int first) {
    packing.encode(values, start, 0);
    take(first, values, there);
    end(there, at, 0);
    boolean hasSeen = false;
    for (int count = 1, turn = 64;; count++) {
      if (Arrays.equals(at, start)) {
        return true;
      }
      if (isHigher(at, start) || hasSeen && Arrays.equals(at, seen)) {
        return false;
      }
      if (count == turn) {
        System.arraycopy(at, 0, seen, 0, words);
        hasSeen = true;
        turn *= 2;
        count = 0;
      }
      if (!goesOn()) {
        return false;
      }
    }
  }

  /// Goes from `at` to where the first event of its set leads; reports whether something is left out in it.
  private boolean goesOn() {
    System.arraycopy(at, 0, left, 0, words);
    if (nexts.replace(at, 0) < 0) {
      packing.decode(at, 0, here);
      if (choose(here) < choice.count) {
        take(choice.chosen[0], here, there);
        end(there, at, 0);
      }
      nexts.keep(left, at, 0, 0);
    }
    return !Arrays.equals(at, left);
  }

  /// An order of all states in which most steps go up: local states are numbered as they are found.
  private boolean isHigher(long[] one, long[] other) {
    int word = words - 1;
    while (word > 0 && one[word] == other[word]) {
      word--;
    }
    return Long.compareUnsigned(one[word], other[word]) > 0;
  }
}
