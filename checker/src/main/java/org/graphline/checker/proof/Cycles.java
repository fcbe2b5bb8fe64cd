package org.graphline.checker.proof;

import java.util.Arrays;

/// A graph with weights, asked whether every cycle has a positive sum.
final class Cycles {
  private final int nodes;
  private final Effort effort;
  private int[] from = new int[64];
  private int[] to = new int[64];
  private int[] weight = new int[64];
  private int arcs;

  Cycles(int nodes, Effort effort) {
    this.nodes = nodes;
    this.effort = effort;
  }

  void add(int source, int target, int value) {
    if (arcs == from.length) {
      from = Arrays.copyOf(from, 2 * arcs);
      to = Arrays.copyOf(to, 2 * arcs);
      weight = Arrays.copyOf(weight, 2 * arcs);
    }
    from[arcs] = source;
    to[arcs] = target;
    weight[arcs++] = value;
  }

  int arcs() {
    return arcs;
  }

  /// Reports whether the weights of each cycle have a positive sum; [Rounds#ANY] on a cycle makes this false.
  boolean areAllPositive() {
    int[] component = components(Integer.MAX_VALUE);
    boolean negative = false;
    for (int i = 0; i < arcs; i++) {
      if (component[from[i]] == component[to[i]]) {
        if (weight[i] == Rounds.ANY) {
          return false;
        }
        negative |= weight[i] < 0;
      }
    }
    return negative ? areAllPositive(component) : isAcyclic();
  }

  /// No weight within a component is negative: the arcs that weigh nothing must make no cycle.
  private boolean isAcyclic() {
    int[] component = components(0);
    for (int i = 0; i < arcs; i++) {
      if (weight[i] <= 0 && component[from[i]] == component[to[i]]) {
        return false;
      }
    }
    return true;
  }

  /// The components of the arcs that weigh `most` at most.
  private int[] components(int most) {
    int[] first = new int[nodes + 1];
    for (int i = 0; i < arcs; i++) {
      if (weight[i] <= most) {
        first[from[i] + 1]++;
      }
    }
    for (int i = 0; i < nodes; i++) {
      first[i + 1] += first[i];
    }
    int[] targets = new int[first[nodes]];
    int[] at = Arrays.copyOf(first, nodes);
    for (int i = 0; i < arcs; i++) {
      if (weight[i] <= most) {
        targets[at[from[i]]++] = to[i];
      }
    }
    return Components.of(first, targets);
  }

  /// A cycle whose sum is not positive has a negative one when each arc weighs `weight * (nodes + 1) - 1`
  /// (Bellman, Ford, in rounds over all arcs, at most one for each node).
  private boolean areAllPositive(int[] component) {
    long[] distance = new long[nodes];
    for (int round = 0; round <= nodes; round++) {
      effort.spend(arcs);
      boolean changed = false;
      for (int i = 0; i < arcs; i++) {
        if (component[from[i]] == component[to[i]]) {
          long reached = distance[from[i]] + weight[i] * (nodes + 1L) - 1;
          if (reached < distance[to[i]]) {
            distance[to[i]] = reached;
            changed = true;
          }
        }
      }
      if (!changed) {
        return true;
      }
    }
    return false;
  }
}
