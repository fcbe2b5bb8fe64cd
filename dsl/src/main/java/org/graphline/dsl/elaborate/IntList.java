package org.graphline.dsl.elaborate;

import java.util.Arrays;

/// A growing list of integers, small enough to keep millions of.
final class IntList {

  private int[] items = new int[16];
  private int size;

  int size() {
    return size;
  }

  int get(int index) {
    return items[index];
  }

  void set(int index, int value) {
    items[index] = value;
  }

  void add(int value) {
    add(value, 1);
  }

  /// Adds `value` `count` times.
  void add(int value, int count) {
    if (size + count > items.length) {
      items = Arrays.copyOf(items, Math.max(size + count, items.length * 2));
    }
    Arrays.fill(items, size, size + count, value);
    size += count;
  }

  int[] toArray() {
    return Arrays.copyOf(items, size);
  }
}
