package org.graphline.checker.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Spreads states over all 64 bits of a word, the high ones best.
final class Hash {
  private static final long FIRST = 0x9E3779B97F4A7C15L;
  private static final long SECOND = 0xD6E8FEB86659FD93L;

  private Hash() {}

  static long of(long word) {
    long hash = word * FIRST;
    return (hash ^ hash >>> 32) * SECOND;
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
