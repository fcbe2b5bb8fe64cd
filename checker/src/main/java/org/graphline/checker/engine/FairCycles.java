package org.graphline.checker.engine;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.IntPredicate;
import org.graphline.checker.space.MemoryBudget;

/// Finds the infinite fair runs that stay within some states and, from some point on, take no progress step
/// (docs/semantics.md, "Exactly what the words mean").
///
/// Strongly connected components without the progress steps, from which states drop out whose obligations
/// cannot be met inside: a fair step that leaves or makes progress, or a demonic choice all of whose outcomes
/// do. What is left of such a component is split into components again, until nothing changes. This is the
/// algorithm of Emerson and Lei (LICS 1985, "Modalities for model checking", fair components by restriction
/// to smaller ones), with one obligation a step. Components: Tarjan 1972, iterative.
public final class FairCycles {
  private static final int OUT = -1;
  private static final long BYTES_A_STATE = 28;
  /// What is left of a component is looked through again, rather than split, where this share of it dropped
  /// out.
  private static final int MANY = 8;

  private final StepGraph graph;
  private final IntPredicate isProgress;
  private final Patience patience;
  private final int[] component;
  private final Deque<int[]> open = new ArrayDeque<>();
  private final int[] index;
  private final int[] stack;
  private final int[] path;
  private final int[] cursor;
  private final int[] low;
  private int components;
  private int found;
  private int top;

  private FairCycles(StepGraph graph, IntPredicate isProgress, int[] component, Patience patience) {
    this.graph = graph;
    this.isProgress = isProgress;
    this.component = component;
    this.patience = patience;
    this.index = new int[component.length];
    this.stack = new int[component.length];
    this.path = new int[component.length];
    this.cursor = new int[component.length];
    this.low = new int[component.length];
  }

  /// Returns for each state the number of its surviving component, or -1 if it is in none.
  ///
  /// @param within     whether a state is looked at
  /// @param isProgress whether transitions of a class are progress
  /// @throws MemoryBudget.Exhausted if the search does not fit in `budget`
  /// @throws GaveUp                 if a limit is hit
  public static int[] find(StepGraph graph, MemoryBudget budget, IntPredicate within, IntPredicate isProgress,
      Patience patience) {
    int states = graph.states();
    budget.reserve(BYTES_A_STATE * states);
    try {
      int[] component = new int[states];
      for (int s = 0; s < states; s++) {
        component[s] = within.test(s) && graph.first(s) >= 0 ? 0 : OUT;
      }
      new FairCycles(graph, isProgress, component, patience).refine();
      return component;
    } finally {
      budget.release(BYTES_A_STATE * states);
    }
  }

  private void refine() {
    patience.begin("fair cycles", component.length);
    for (int s = 0; s < component.length; s++) {
      patience.piece();
      if (component[s] == 0 && index[s] == 0) {
        visit(s);
      }
    }
    patience.begin("smaller fair cycles", 0);
    while (!open.isEmpty()) {
      int[] rest = open.pop();
      int group = component[rest[0]];
      for (int state : rest) {
        index[state] = 0;
      }
      found = 0;
      for (int state : rest) {
        patience.piece();
        if (component[state] == group && index[state] == 0) {
          visit(state);
        }
      }
    }
  }

  /// Finds the components that can be reached from a state within the group it is in.
  private void visit(int root) {
    int depth = 0;
    enter(root, 0);
    while (depth >= 0) {
      int state = path[depth];
      int transition = cursor[depth];
      if (transition < 0) {
        if (low[depth] == index[state]) {
          leave(state);
        }
        depth--;
        if (depth >= 0) {
          low[depth] = Math.min(low[depth], low[depth + 1]);
        }
        continue;
      }
      cursor[depth] = graph.next(transition);
      if (staysIn(state, transition)) {
        int target = graph.target(transition);
        if (index[target] == 0) {
          enter(target, ++depth);
        } else {
          low[depth] = Math.min(low[depth], index[target]);
        }
      }
    }
  }

  private void enter(int state, int depth) {
    patience.effort();
    index[state] = ++found;
    stack[top++] = state;
    path[depth] = state;
    low[depth] = found;
    cursor[depth] = graph.first(state);
  }

  /// Numbers the component above `root` on the stack, lets states drop out of it and keeps what must be split
  /// again.
  private void leave(int root) {
    int from = top;
    int number = ++components;
    do {
      from--;
      component[stack[from]] = number;
    } while (stack[from] != root);
    int kept = dropOut(from, top);
    if (from < kept && kept < top) {
      open.push(Arrays.copyOfRange(stack, from, kept));
    }
    top = from;
  }

  /// Drops the states whose obligations lead out, and most of those that then follow. Returns where the rest
  /// ends, which is moved together.
  private int dropOut(int from, int to) {
    int end = to;
    int before;
    do {
      before = end;
      end = from;
      for (int i = from; i < before; i++) {
        patience.effort();
        int state = stack[i];
        if (mustLeave(state)) {
          component[state] = OUT;
        } else {
          stack[end++] = state;
        }
      }
    } while ((before - end) * (long) MANY > before - from);
    return end;
  }

  private boolean mustLeave(int state) {
    boolean groupLeaves = false;
    boolean inside = false;
    for (int t = graph.first(state); t >= 0; t = graph.next(t)) {
      boolean leaves = !staysIn(state, t);
      inside |= !leaves;
      if (graph.isFirstOfGroup(t) && groupLeaves) {
        return true;
      }
      groupLeaves = switch (graph.fairness(t)) {
        case FAIR -> leaves;
        case DEMONIC -> leaves && (graph.isFirstOfGroup(t) || groupLeaves);
        case FREE -> false;
      };
    }
    return groupLeaves || !inside;
  }

  private boolean staysIn(int state, int transition) {
    return component[graph.target(transition)] == component[state]
        && !isProgress.test(graph.classOf(transition));
  }
}
