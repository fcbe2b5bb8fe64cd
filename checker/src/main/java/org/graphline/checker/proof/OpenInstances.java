package org.graphline.checker.proof;

import java.util.BitSet;

/// Instances to be looked at, each once at a time, in the order they came.
final class OpenInstances {
  private final int[] ring;
  private final BitSet isOpen;
  private int head;
  private int count;

  OpenInstances(int instances) {
    this.ring = new int[instances];
    this.isOpen = new BitSet(instances);
  }

  void add(int instance) {
    if (!isOpen.get(instance)) {
      isOpen.set(instance);
      ring[(int) (((long) head + count++) % ring.length)] = instance;
    }
  }

  /// Returns the next one, or -1 if there is none.
  int next() {
    if (count == 0) {
      return -1;
    }
    int instance = ring[head];
    head = head + 1 == ring.length ? 0 : head + 1;
    count--;
    isOpen.clear(instance);
    return instance;
  }
}
