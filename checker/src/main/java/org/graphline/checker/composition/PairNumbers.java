package org.graphline.checker.composition;

import java.util.Arrays;

/// Pairs of numbers, numbered as they are met.
final class PairNumbers {
  private long[] pairs = new long[1 << 10];
  private int[] slots = new int[1 << 11];
  private int size;

  PairNumbers() {
    Arrays.fill(slots, -1);
  }

  /// Returns the number of a pair.
  int number(int left, int right) {
    long pair = (long) left << Integer.SIZE | right;
    int slot = slot(pair);
    while (slots[slot] >= 0) {
      if (pairs[slots[slot]] == pair) {
        return slots[slot];
      }
      slot = slot + 1 & slots.length - 1;
    }
    if (size == pairs.length) {
      grow();
      return number(left, right);
    }
    pairs[size] = pair;
    slots[slot] = size;
    return size++;
  }

  private int slot(long pair) {
    return (int) (pair * 0x9E3779B97F4A7C15L >>> 20) & slots.length - 1;
  }

  private void grow() {
    pairs = Arrays.copyOf(pairs, 2 * size);
    slots = new int[4 * size];
    Arrays.fill(slots, -1);
    for (int i = 0; i < size; i++) {
      int slot = slot(pairs[i]);
      while (slots[slot] >= 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = i;
    }
  }

  int size() {
    return size;
  }

  int left(int number) {
    return (int) (pairs[number] >>> Integer.SIZE);
  }

  int right(int number) {
    return (int) pairs[number];
  }

  /// Returns the first or second members of all pairs.
  int[] lefts() {
    int[] all = new int[size];
    Arrays.setAll(all, this::left);
    return all;
  }

  int[] rights() {
    int[] all = new int[size];
    Arrays.setAll(all, this::right);
    return all;
  }
}
