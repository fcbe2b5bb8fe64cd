package org.graphline.checker.compiled;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.graphline.checker.packed.Packing;

/// Makes the cheapest test of whether a field has one of some values.
final class Tests {
  private static final int MOST_OPEN_BITS = 8;

  private final Packing packing;
  private final ValueSets sets;
  private final Pool pool;

  Tests(Packing packing, ValueSets sets, Pool pool) {
    this.packing = packing;
    this.sets = sets;
    this.pool = pool;
  }

  /// Returns the test whether `field` has one of `values`, and adds its constant to `constants`.
  Op.Test of(int field, BitSet values, List<Long> constants) {
    OptionalInt mask = cube(field, values);
    if (mask.isPresent()) {
      constants.add(packing.placed(field, values.nextSetBit(0) & mask.getAsInt()));
      return new Op.Equal(packing.word(field), packing.placed(field, mask.getAsInt()));
    }
    if (values.cardinality() == sets.size(field) - 1) {
      constants.add(packing.placed(field, values.nextClearBit(0)));
      return new Op.Differ(packing.word(field), packing.mask(field));
    }
    if (packing.highest(field) < Long.SIZE) {
      constants.add(values.toLongArray()[0]);
      return new Op.AmongBits(field);
    }
    long[] words = new long[(packing.highest(field) + 1) / Long.SIZE];
    long[] set = values.toLongArray();
    System.arraycopy(set, 0, words, 0, set.length);
    constants.add((long) pool.longs(words));
    return new Op.InSet(field);
  }

  /// Returns the bits of the field that are enough to look at, if all values that agree with the given ones
  /// in those bits are given.
  OptionalInt cube(int field, BitSet values) {
    int first = values.nextSetBit(0);
    int open = 0;
    for (int value = first; value >= 0; value = values.nextSetBit(value + 1)) {
      open |= value ^ first;
    }
    if (Integer.bitCount(open) > MOST_OPEN_BITS) {
      return OptionalInt.empty();
    }
    int fixed = first & ~open;
    for (int some = open; ; some = (some - 1) & open) {
      if (!values.get(fixed | some) && (fixed | some) < sets.size(field)) {
        return OptionalInt.empty();
      }
      if (some == 0) {
        return OptionalInt.of(packing.highest(field) & ~open);
      }
    }
  }

  /// Returns the tests that the fields have one of the values, each with a constant in `constants`.
  List<Op.Test> all(Map<Integer, BitSet> values, List<Long> constants) {
    var tests = new ArrayList<Op.Test>();
    values.forEach((field, set) -> tests.add(of(field, set, constants)));
    return tests;
  }
}
