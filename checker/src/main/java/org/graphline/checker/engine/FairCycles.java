package org.graphline.checker.engine;

import java.util.function.IntPredicate;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.model.semantics.Step.Fairness;

/// Finds the infinite fair runs that stay within some states and, from some point on, take no progress step
/// (docs/semantics.md, "Exactly what the words mean").
///
/// Strongly connected components without the progress steps, from which states drop out whose obligations
/// cannot be met inside: a fair step that leaves or makes progress, or a demonic choice all of whose outcomes
/// do. What is left is split into components again, until nothing changes. This is the algorithm of Emerson
/// and Lei (LICS 1985, "Modalities for model checking", fair components by restriction to smaller ones), with
/// one obligation a step. Components: Tarjan 1972, iterative.
public final class FairCycles {
  private static final int OUT = -1;
  private static final long BYTES_A_STATE = 28;

  private final StepGraph graph;
  private final IntPredicate isProgress;
  private final int[] component;
  private int components;

  private FairCycles(StepGraph graph, IntPredicate isProgress, int[] component) {
    this.graph = graph;
    this.isProgress = isProgress;
    this.component = component;
  }

  /// Returns for each state the number of its surviving component, or -1 if it is in none.
  ///
  /// @param within     whether a state is looked at
  /// @param isProgress whether transitions of a class are progress
  /// @throws MemoryBudget.Exhausted if the search does not fit in `budget`
  public static int[] find(StepGraph graph, MemoryBudget budget, IntPredicate within, IntPredicate isProgress) {
    int states = graph.states();
    budget.reserve(BYTES_A_STATE * states);
    try {
      int[] component = new int[states];
      for (int s = 0; s < states; s++) {
        component[s] = within.test(s) && graph.first(s) >= 0 ? 0 : OUT;
      }
      new FairCycles(graph, isProgress, component).refine();
      return component;
    } finally {
      budget.release(BYTES_A_STATE * states);
    }
  }

  private void refine() {
    do {
      new Components().run();
    } while (dropOut());
  }

  /// Drops the states whose obligations lead out, and those that then follow; reports whether there were any.
  private boolean dropOut() {
    boolean dropped = false;
    boolean changed;
    do {
      changed = false;
      for (int s = component.length - 1; s >= 0; s--) {
        if (component[s] != OUT && mustLeave(s)) {
          component[s] = OUT;
          changed = true;
        }
      }
      dropped |= changed;
    } while (changed);
    return dropped;
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
    return component[graph.target(transition)] == component[state] && !isProgress.test(graph.classOf(transition));
  }

  /// Tarjan's algorithm over the states that are left, within the components they are in.
  private final class Components {
    private final int[] index = new int[component.length];
    private final int[] low = new int[component.length];
    private final int[] stack = new int[component.length];
    private final int[] path = new int[component.length];
    private final int[] cursor = new int[component.length];
    private final int[] refined = new int[component.length];
    private int found;
    private int top;

    void run() {
      java.util.Arrays.fill(refined, OUT);
      components = 0;
      for (int s = 0; s < component.length; s++) {
        if (component[s] != OUT && index[s] == 0) {
          visit(s);
        }
      }
      System.arraycopy(refined, 0, component, 0, component.length);
    }

    private void visit(int root) {
      int depth = 0;
      enter(root);
      path[0] = root;
      while (depth >= 0) {
        int state = path[depth];
        int transition = cursor[state];
        if (transition < 0) {
          leave(state);
          depth--;
          if (depth >= 0) {
            low[path[depth]] = Math.min(low[path[depth]], low[state]);
          }
          continue;
        }
        cursor[state] = graph.next(transition);
        if (staysIn(state, transition)) {
          int target = graph.target(transition);
          if (index[target] == 0) {
            enter(target);
            path[++depth] = target;
          } else if (refined[target] == OUT) {
            low[state] = Math.min(low[state], index[target]);
          }
        }
      }
    }

    private void enter(int state) {
      index[state] = ++found;
      low[state] = found;
      stack[top++] = state;
      cursor[state] = graph.first(state);
    }

    private void leave(int state) {
      if (low[state] == index[state]) {
        int number = components++;
        int member;
        do {
          member = stack[--top];
          refined[member] = number;
        } while (member != state);
      }
    }
  }
}
