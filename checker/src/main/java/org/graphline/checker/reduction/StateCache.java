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
  private final int[] notes;

  StateCache(int words) {
    this.words = words;
    this.keys = new long[PLACES * words];
    this.kept = new long[PLACES * words];
    this.notes = new int[PLACES];
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

  /// Replaces the state at `states[at]` by what was kept for it, and returns the note kept with it; -1 if there was
  /// nothing.
  int replace(long[] states, int at) {
    int place = place(states, at, words);
    int first = place * words;
    if (!Arrays.equals(keys, first, first + words, states, at, at + words)) {
      return -1;
    }
    System.arraycopy(kept, first, states, at, words);
    return notes[place];
  }

  /// Keeps the state at `states[at]` for `key`, with a note that is not negative.
  void keep(long[] key, long[] states, int at, int note) {
    int place = place(key, 0, words);
    System.arraycopy(key, 0, keys, place * words, words);
    System.arraycopy(states, at, kept, place * words, words);
    notes[place] = note;
  }
}
