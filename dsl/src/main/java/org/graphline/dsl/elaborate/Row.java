package org.graphline.dsl.elaborate;

import java.util.Arrays;

/// The desks of one name, by index; a single desk has index 0.
final class Row {

  private int[] nodes = new int[0];

  /// Returns the node at `index`, or -1.
  int at(int index) {
    return index >= 0 && index < nodes.length ? nodes[index] : -1;
  }

  void put(int index, int node) {
    if (index >= nodes.length) {
      int length = nodes.length;
      nodes = Arrays.copyOf(nodes, Math.max(index + 1, length * 2));
      Arrays.fill(nodes, length, nodes.length, -1);
    }
    nodes[index] = node;
  }

  /// Returns all nodes in the order of their indices.
  int[] all() {
    return Arrays.stream(nodes).filter(node -> node >= 0).toArray();
  }
}
