package org.graphline.checker.packed;

import org.graphline.checker.product.Atom;

/// An atom over packed states.
final class PackedAtom {
  private final int word;
  private final int shift;
  private final int highest;
  private final long[] where;

  PackedAtom(Atom atom, Packing packing) {
    this.word = packing.word(atom.field());
    this.shift = packing.shift(atom.field());
    this.highest = packing.highest(atom.field());
    this.where = new long[highest / Long.SIZE + 1];
    for (int value = 0; value < atom.table().size(); value++) {
      if (atom.holds(value)) {
        where[value / Long.SIZE] |= 1L << value;
      }
    }
  }

  /// Reports whether it is true in the state at `states[at]`.
  boolean holds(long[] states, int at) {
    int value = (int) (states[at + word] >>> shift) & highest;
    return (where[value / Long.SIZE] >>> value & 1) != 0;
  }
}
