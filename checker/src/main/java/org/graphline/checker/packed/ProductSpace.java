package org.graphline.checker.packed;

import java.util.List;
import java.util.function.IntPredicate;

/// The packed states of a product, with the way back to the values of its fields.
public interface ProductSpace extends PackedSpace {

  /// Returns where the fields lie in the words.
  Packing packing();

  /// Returns how the steps are computed, as a few words for statistics.
  String describe();

  /// Returns the states a run passes, first of which is where every run of the network begins and last
  /// [#initial(long[])].
  default List<long[]> opening() {
    long[] state = new long[words()];
    initial(state);
    return List.of(state);
  }

  /// Returns the states a run passes from `from` to `to`, which a step with one of some labels leads to;
  /// without `from`.
  ///
  /// @param labels whether the number of a label is one of them
  default List<long[]> expand(long[] from, long[] to, IntPredicate labels) {
    return List.of(to);
  }

  /// Reports whether one state may stand for several: a path of the space is no run then, but there is a run through
  /// states that its states stand for.
  default boolean hasRepresentatives() {
    return false;
  }

  /// Returns the state that stands for `state`.
  default long[] representative(long[] state) {
    return state;
  }

  @Override
  default int words() {
    return packing().words();
  }

  @Override
  default int bits() {
    return packing().bits();
  }

  @Override
  default int lastBits() {
    return packing().lastBits();
  }
}
