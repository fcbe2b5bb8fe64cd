package org.graphline.checker.proof;

import java.util.Arrays;
import java.util.BitSet;
import org.graphline.checker.product.Product;

/// What instances around which it looks the same have in common.
///
/// @param size      local states
/// @param stuck     those in which it may belong to a stuck group, as far as it alone can tell
/// @param busy      those in which it does not rest
/// @param neighbors which of those around it are its neighbors, by position
record Kind(int size, long[] stuck, long[] busy, BitSet neighbors) {

  /// Bits in a word.
  static final int WORD = Long.SIZE;

  /// Returns the kind of the first instance of an excerpt, or null if it waits for what only comes if several
  /// others do their part: no two of them can tell that.
  static Kind of(Product excerpt, Effort effort) {
    var wiring = new Wiring(excerpt, effort);
    var waiting = new Waiting(wiring);
    int size = wiring.size(0);
    var busy = new BitSet();
    for (int s = 0; s < size; s++) {
      if (!waiting.joint(0, s).isEmpty()) {
        return null;
      }
      busy.set(s, !waiting.standing(0, s).rests());
    }
    var neighbors = new BitSet();
    for (int neighbor : wiring.neighbors(0)) {
      neighbors.set(neighbor - 1);
    }
    return new Kind(size, words(waiting.stuck(0), size), words(busy, size), neighbors);
  }

  /// Reports whether the same is known of another kind.
  boolean isLike(Kind other) {
    return size == other.size && Arrays.equals(stuck, other.stuck) && Arrays.equals(busy, other.busy)
        && neighbors.equals(other.neighbors);
  }

  /// Returns how many words a set of local states takes.
  static int words(int size) {
    return (size + WORD - 1) / WORD;
  }

  /// Returns a set of local states as words.
  static long[] words(BitSet states, int size) {
    return Arrays.copyOf(states.toLongArray(), words(size));
  }
}
