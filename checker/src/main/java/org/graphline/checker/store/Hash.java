package org.graphline.checker.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Spreads states over all 64 bits of a word, the high ones best.
final class Hash {
  private static final long FACTOR = 0xBEA225F9EB34556DL;

  private Hash() {}

  static long of(long word) {
    long hash = (word ^ word >>> 32) * FACTOR;
    return (hash ^ hash >>> 29) * FACTOR;
  }

  static long of(long[] words, int at, int count) {
    long hash = of(words[at]);
    for (int i = at + 1; i < at + count; i++) {
      hash = of(hash ^ words[i]);
    }
    return hash;
  }

  static long of(MemorySegment words, long offset, int count) {
    long hash = of(words.get(ValueLayout.JAVA_LONG, offset));
    for (int i = 1; i < count; i++) {
      hash = of(hash ^ words.get(ValueLayout.JAVA_LONG, offset + (long) i * Long.BYTES));
    }
    return hash;
  }
}
