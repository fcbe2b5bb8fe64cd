package org.graphline.checker.proof;

import java.util.Arrays;

/// Strongly connected components of a graph with numbered nodes (Tarjan, "Depth-First Search and Linear Graph
/// Algorithms", SIAM J. Computing 1, 1972), without recursion.
final class Components {
  private Components() {}

  /// Returns the number of the component of each node.
  ///
  /// @param first where the arcs of each node begin in `to`; one more for the end
  static int[] of(int[] first, int[] to) {
    int nodes = first.length - 1;
    int[] component = new int[nodes];
    Arrays.fill(component, -1);
    int[] number = new int[nodes];
    int[] low = new int[nodes];
    int[] next = new int[nodes];
    int[] stack = new int[nodes];
    int[] path = new int[nodes];
    int counted = 0;
    int components = 0;
    int depth = 0;
    for (int root = 0; root < nodes; root++) {
      if (number[root] != 0) {
        continue;
      }
      int length = 0;
      path[length++] = root;
      while (length > 0) {
        int node = path[length - 1];
        if (number[node] == 0) {
          number[node] = ++counted;
          low[node] = counted;
          next[node] = first[node];
          stack[depth++] = node;
        }
        if (next[node] < first[node + 1]) {
          int target = to[next[node]++];
          if (number[target] == 0) {
            path[length++] = target;
          } else if (component[target] < 0) {
            low[node] = Math.min(low[node], number[target]);
          }
          continue;
        }
        length--;
        if (length > 0) {
          low[path[length - 1]] = Math.min(low[path[length - 1]], low[node]);
        }
        if (low[node] == number[node]) {
          int member;
          do {
            member = stack[--depth];
            component[member] = components;
          } while (member != node);
          components++;
        }
      }
    }
    return component;
  }
}
