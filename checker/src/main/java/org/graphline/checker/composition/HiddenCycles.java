package org.graphline.checker.composition;

import java.util.Arrays;

/// Strongly connected components of the hidden steps between states with one mark (Tarjan, SIAM J. Computing 1, 1972),
/// without recursion.
final class HiddenCycles {
  private final Lts lts;
  private final int[] component;
  private final int[] index;
  private final int[] low;
  private final int[] next;
  private final int[] stack;
  private int top;
  private int found;
  private int components;

  private HiddenCycles(Lts lts) {
    int states = lts.states();
    this.lts = lts;
    this.component = new int[states];
    this.index = new int[states];
    this.low = new int[states];
    this.next = new int[states];
    this.stack = new int[states];
    Arrays.fill(component, -1);
  }

  /// Returns the component of each state; a hidden step that keeps the mark never leads to a higher number.
  static int[] of(Lts lts) {
    var cycles = new HiddenCycles(lts);
    int[] path = new int[lts.states()];
    for (int s = 0; s < lts.states(); s++) {
      if (cycles.index[s] == 0) {
        cycles.visit(s, path);
      }
    }
    return cycles.component;
  }

  private void visit(int root, int[] path) {
    int depth = 0;
    path[0] = enter(root);
    while (depth >= 0) {
      int state = path[depth];
      if (next[state] < lts.first(state + 1) && lts.label(next[state]) == Marking.HIDDEN) {
        int target = lts.target(next[state]++);
        if (lts.mark(target) != lts.mark(state)) {
          continue;
        }
        if (index[target] == 0) {
          path[++depth] = enter(target);
        } else if (component[target] < 0) {
          low[state] = Math.min(low[state], index[target]);
        }
        continue;
      }
      depth--;
      if (depth >= 0) {
        low[path[depth]] = Math.min(low[path[depth]], low[state]);
      }
      if (low[state] == index[state]) {
        close(state);
      }
    }
  }

  private int enter(int state) {
    index[state] = ++found;
    low[state] = found;
    next[state] = lts.first(state);
    stack[top++] = state;
    return state;
  }

  private void close(int root) {
    int member;
    do {
      member = stack[--top];
      component[member] = components;
    } while (member != root);
    components++;
  }
}
