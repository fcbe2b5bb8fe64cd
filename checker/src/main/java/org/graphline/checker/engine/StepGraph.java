package org.graphline.checker.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.graphline.checker.space.IntPages;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Step.Fairness;

/// The transitions of an exploration: two integers each, in the order of [#ordered(List)].
public final class StepGraph {
  private static final int FAIRNESS = 3;
  private static final int FIRST_OF_GROUP = 1 << 2;
  private static final int LAST_OF_STATE = 1 << 3;
  private static final int COUNTED = 1 << 4;
  private static final int CLASS_SHIFT = 5;
  private static final Fairness[] FAIRNESSES = Fairness.values();

  private final IntPages first;
  private final IntPages targets;
  private final IntPages notes;

  /// A graph without states whose memory is taken from `budget`.
  public StepGraph(MemoryBudget budget) {
    this.first = new IntPages(budget);
    this.targets = new IntPages(budget);
    this.notes = new IntPages(budget);
  }

  /// Returns the steps in the order in which they are stored: the outcomes of a demonic choice side by side.
  public static List<Step> ordered(List<Step> steps) {
    if (steps.stream().noneMatch(s -> s.fairness() == Fairness.DEMONIC)) {
      return steps;
    }
    var sorted = new ArrayList<>(steps);
    sorted.sort(Comparator.comparingInt(s -> s.fairness() == Fairness.DEMONIC ? s.group()
        : Integer.MIN_VALUE));
    return sorted;
  }

  /// Makes room for the next state, which is not explored yet.
  public void addState() {
    first.add(-1);
  }

  /// Adds the transitions of `state`; `classes` and `to` go with the ordered `steps`.
  public void addSteps(int state, List<Step> steps, int[] classes, int[] to) {
    first.set(state, targets.size());
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      boolean continues = i > 0 && step.fairness() == Fairness.DEMONIC
          && steps.get(i - 1).fairness() == Fairness.DEMONIC && steps.get(i - 1).group() == step.group();
      targets.add(to[i]);
      notes.add(step.fairness().ordinal() | (continues ? 0 : FIRST_OF_GROUP)
          | (i == steps.size() - 1 ? LAST_OF_STATE : 0) | (step.label().isCounted() ? COUNTED : 0)
          | classes[i] << CLASS_SHIFT);
    }
    if (steps.isEmpty()) {
      first.set(state, -2);
    }
  }

  /// Begins the transitions of `state`.
  void open(int state) {
    first.set(state, targets.size());
  }

  /// Adds a transition of the state that was opened last.
  ///
  /// @param continues whether it is another outcome of the choice that the transition before belongs to
  void add(int target, Fairness fairness, boolean continues, boolean last, boolean counted, int eventClass) {
    targets.add(target);
    notes.add(fairness.ordinal() | (continues ? 0 : FIRST_OF_GROUP) | (last ? LAST_OF_STATE : 0)
        | (counted ? COUNTED : 0) | eventClass << CLASS_SHIFT);
  }

  /// Notes that `state`, opened last, has no transitions.
  void isEnd(int state) {
    first.set(state, -2);
  }

  /// Returns the first transition of `state`, or a negative number if there is none.
  public int first(int state) {
    return first.get(state);
  }

  /// Reports whether the transitions of `state` are known.
  public boolean isExplored(int state) {
    return first.get(state) != -1;
  }

  /// Returns the state that a transition leads to.
  public int target(int transition) {
    return targets.get(transition);
  }

  Fairness fairness(int transition) {
    return FAIRNESSES[notes.get(transition) & FAIRNESS];
  }

  /// Reports whether the transition begins a group of outcomes, or is in no group.
  boolean isFirstOfGroup(int transition) {
    return (notes.get(transition) & FIRST_OF_GROUP) != 0;
  }

  boolean isLastOfState(int transition) {
    return (notes.get(transition) & LAST_OF_STATE) != 0;
  }

  /// Reports whether a transition counts in the length of a story.
  public boolean isCounted(int transition) {
    return (notes.get(transition) & COUNTED) != 0;
  }

  /// Returns the class of a transition.
  public int classOf(int transition) {
    return notes.get(transition) >>> CLASS_SHIFT;
  }

  /// Returns the transition after `transition` from the same state, or -1.
  public int next(int transition) {
    return isLastOfState(transition) ? -1 : transition + 1;
  }

  /// Returns how many states there are.
  public int states() {
    return first.size();
  }

  /// Returns what the transitions take.
  long bytes() {
    return Integer.BYTES * ((long) first.size() + targets.size() + notes.size());
  }

  /// Returns how many transitions there are.
  public long transitions() {
    return targets.size();
  }
}
