package org.graphline.checker.certificate;

import java.util.Arrays;

/// The parts of a graph within which each node is reached from each other one, by a search forwards for the
/// order in which nodes are left and one backwards (Sharir, "A Strong-Connectivity Algorithm and Its
/// Applications in Data Flow Analysis", Computers and Mathematics with Applications 7, 1981).
final class Parts {
  private Parts() {}

  /// Returns for each node the number of its part.
  ///
  /// @param arcs where each arc begins and where it ends, one after the other
  static int[] of(int nodes, int[] arcs) {
    int[] order = new int[nodes];
    int[] number = new int[nodes];
    var forwards = new Walk(nodes, arcs, 0);
    int left = 0;
    for (int node = 0; node < nodes; node++) {
      left = forwards.from(node, order, left);
    }
    var backwards = new Walk(nodes, arcs, 1);
    int[] part = new int[nodes];
    int seen = 0;
    for (int i = nodes - 1; i >= 0; i--) {
      int until = backwards.from(order[i], part, seen);
      for (; seen < until; seen++) {
        number[part[seen]] = order[i];
      }
    }
    return number;
  }

  /// A depth-first search along the arcs, or against them.
  private static final class Walk {
    private final int[] next;
    private final int[] end;
    private final int[] targets;
    private final boolean[] seen;
    private final int[] path;

    /// @param tail 0 along the arcs, 1 against them
    Walk(int nodes, int[] arcs, int tail) {
      int[] first = new int[nodes + 1];
      for (int i = 0; i < arcs.length; i += 2) {
        first[arcs[i + tail] + 1]++;
      }
      for (int i = 0; i < nodes; i++) {
        first[i + 1] += first[i];
      }
      int[] at = Arrays.copyOf(first, nodes);
      this.targets = new int[arcs.length / 2];
      for (int i = 0; i < arcs.length; i += 2) {
        targets[at[arcs[i + tail]]++] = arcs[i + 1 - tail];
      }
      this.next = Arrays.copyOf(first, nodes);
      this.end = Arrays.copyOfRange(first, 1, nodes + 1);
      this.seen = new boolean[nodes];
      this.path = new int[nodes];
    }

    /// Notes each node that is reached and was not, when it is left, from the position `count` on; returns
    /// how many are noted then.
    int from(int root, int[] noted, int count) {
      int left = count;
      int depth = 0;
      if (!seen[root]) {
        seen[root] = true;
        path[depth++] = root;
      }
      while (depth > 0) {
        int node = path[depth - 1];
        if (next[node] == end[node]) {
          noted[left++] = node;
          depth--;
        } else {
          int target = targets[next[node]++];
          if (!seen[target]) {
            seen[target] = true;
            path[depth++] = target;
          }
        }
      }
      return left;
    }
  }
}
