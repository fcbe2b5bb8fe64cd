package org.graphline.checker.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// States that lie one after the other in a store: a part of a level.
///
/// @param offset where the first one begins, in bytes
/// @param words  of each
public record Piece(MemorySegment memory, long offset, int words, int size) {

  /// Copies `count` states, from the `first` one on, to the begin of `into`.
  public void read(int first, int count, long[] into) {
    long from = offset + (long) first * words * Long.BYTES;
    MemorySegment.copy(memory, ValueLayout.JAVA_LONG, from, into, 0, count * words);
  }
}
