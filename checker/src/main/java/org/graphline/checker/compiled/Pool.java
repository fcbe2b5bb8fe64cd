package org.graphline.checker.compiled;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The tables that the code of one class reads, end to end in two arrays. Equal ones are there once.
final class Pool {
  private final Map<IntBuffer, Integer> intsAt = new HashMap<>();
  private final Map<LongBuffer, Integer> longsAt = new HashMap<>();
  private int[] ints = new int[64];
  private long[] longs = new long[64];
  private int intsUsed;
  private int longsUsed;

  /// Returns where `table` lies among the ints.
  int ints(int[] table) {
    return intsAt.computeIfAbsent(IntBuffer.wrap(table), _ -> {
      if (intsUsed + table.length > ints.length) {
        ints = Arrays.copyOf(ints, Math.max(2 * ints.length, intsUsed + table.length));
      }
      System.arraycopy(table, 0, ints, intsUsed, table.length);
      intsUsed += table.length;
      return intsUsed - table.length;
    });
  }

  /// Returns where `table` lies among the longs.
  int longs(long[] table) {
    return longsAt.computeIfAbsent(LongBuffer.wrap(table), _ -> {
      if (longsUsed + table.length > longs.length) {
        longs = Arrays.copyOf(longs, Math.max(2 * longs.length, longsUsed + table.length));
      }
      System.arraycopy(table, 0, longs, longsUsed, table.length);
      longsUsed += table.length;
      return longsUsed - table.length;
    });
  }

  /// Returns all ints.
  int[] ints() {
    return Arrays.copyOf(ints, intsUsed);
  }

  /// Returns all longs.
  long[] longs() {
    return Arrays.copyOf(longs, longsUsed);
  }
}
