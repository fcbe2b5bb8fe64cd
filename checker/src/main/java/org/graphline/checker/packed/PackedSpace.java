package org.graphline.checker.packed;

/// States as a fixed number of `long` words, and the steps between them: what the fast searches see. Equal
/// states have equal words.
public interface PackedSpace {

  /// Returns how many words a state has, at least 1.
  int words();

  /// Returns how many bits of those words can differ between states; the rest are always 0. The highest bit
  /// of the first word is never used.
  int bits();

  /// Returns how many bits of the last word, the lowest ones, can differ between states; the rest are always 0.
  default int lastBits() {
    return Long.SIZE;
  }

  /// Writes the state in which every run begins to `into`, from 0 on.
  void initial(long[] into);

  /// Returns a new stepper over this space; each thread needs its own.
  ///
  /// @param labeled whether it fills [Stepper#labels]
  Stepper stepper(boolean labeled);
}
