package org.graphline.checker.packed;

/// The packed states of a product, with the way back to the values of its fields.
public interface ProductSpace extends PackedSpace {

  /// Returns where the fields lie in the words.
  Packing packing();

  /// Returns how the steps are computed, as a few words for statistics.
  String describe();

  @Override
  default int words() {
    return packing().words();
  }

  @Override
  default int bits() {
    return packing().bits();
  }
}
