package org.graphline.checker.store;

/// Spreads states over all 64 bits of a word, the high ones best.
final class Hash {
  private static final long FIRST = 0x9E3779B97F4A7C15L;
  private static final long SECOND = 0xD6E8FEB86659FD93L;

  private Hash() {}

  static long of(long word) {
    long hash = word * FIRST;
    return (hash ^ hash >>> 32) * SECOND;
  }
}
