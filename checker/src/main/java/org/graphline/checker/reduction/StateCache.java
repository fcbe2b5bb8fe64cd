package org.graphline.checker.reduction;

import java.util.Arrays;

/// Remembers a packed state for each of some packed states, until another one takes its place. Not for several threads.
final class StateCache {
  private static final int PLACES = 1 << 15;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  /// The highest bit of a packed state's first word is free, so this is no state.
  private static final long NOTHING = Long.MIN_VALUE;

  private final int words;
  private final long[] keys;
  private final long[] kept;

  StateCache(int words) {
    this.words = words;
    this.keys = new long[PLACES * words];
    this.kept = new long[PLACES * words];
    for (int place = 0; place < PLACES; place++) {
      keys[place * words] = NOTHING;
    }
  }

  /// Returns where something about the state at `states[at]` would be kept: a number below the same for all caches.
  static int place(long[] states, int at, int words) {
    long hash = 0;
    for (int i = 0; i < words; i++) {
      hash = (hash ^ states[at + i]) * SPREAD;
      hash ^= hash >>> 32;
    }
    return (int) hash & PLACES - 1;
  }

  static int places() {
    return PLACES;
  }

  /// Replaces the state at `states[at]` by what was kept for it, and reports whether there was anything.
  boolean replace(long[] states, int at) {
    int place = place(states, at, words) * words;
    if (!Arrays.equals(keys, place, place + words, states, at, at + words)) {
      return false;
    }
    System.arraycopy(kept, place, states, at, words);
    return true;
  }

  /// Keeps the state at `states[at]` for `key`.
  void keep(long[] key, long[] states, int at) {
    int place = place(key, 0, words) * words;
    System.arraycopy(key, 0, keys, place, words);
    System.arraycopy(states, at, kept, place, words);
  }
}
