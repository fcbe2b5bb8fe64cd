package org.graphline.checker.space;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graphline.model.property.Condition;
import org.graphline.model.property.EventSet;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Step.Fairness;
import org.graphline.model.semantics.Wait;
import org.graphline.model.value.Value;

/// A state space written down by hand: states are numbers, and a step is a letter on the line with some number.
/// Steps are counted but for those on line -1, which are marks. All members are busy but for those said to rest.
public final class TableSpace implements StateSpace {
  private final int states;
  private final Map<Integer, List<Step>> steps = new HashMap<>();
  private final Map<Integer, List<Wait>> waits = new HashMap<>();
  private final Set<Integer> faulty = new HashSet<>();
  private final Set<Integer> over = new HashSet<>();
  private final Set<Integer> open = new HashSet<>();
  private final Set<Integer> resting = new HashSet<>();

  public TableSpace(int states) {
    this.states = states;
  }

  public TableSpace fair(int from, int to, int line) {
    return step(from, to, line, Fairness.FAIR, 0);
  }

  public TableSpace free(int from, int to, int line) {
    return step(from, to, line, Fairness.FREE, 0);
  }

  public TableSpace demonic(int from, int to, int line, int group) {
    return step(from, to, line, Fairness.DEMONIC, group);
  }

  public TableSpace faulty(int state) {
    faulty.add(state);
    return this;
  }

  public TableSpace over(int state) {
    over.add(state);
    return this;
  }

  public TableSpace traysOpen(int state) {
    open.add(state);
    return this;
  }

  public TableSpace rests(int instance) {
    resting.add(instance);
    return this;
  }

  /// Instance `who` waits in `state` for any of `partners`.
  public TableSpace waits(int state, int who, Integer... partners) {
    return waits(state, who, false, partners);
  }

  /// Instance `who` waits in `state` for a timer or any of `partners`.
  public TableSpace waitsForTimeOr(int state, int who, Integer... partners) {
    return waits(state, who, true, partners);
  }

  private TableSpace waits(int state, int who, boolean timer, Integer... partners) {
    var need = new Wait.Need(Wait.Kind.LETTER, Optional.empty(), List.of(partners), Wait.Quantifier.ANY, false, timer,
        -1);
    waits.computeIfAbsent(state, _ -> new ArrayList<>())
        .add(new Wait(who, 0, 0, resting.contains(who), List.of(need)));
    return this;
  }

  private TableSpace step(int from, int to, int line, Fairness fairness, int group) {
    Label label = line < 0 ? new Label.Mark(0, "mark")
        : new Label.HandOver(line, Optional.empty(), Optional.empty(), new Value.Int(to));
    steps.computeIfAbsent(from, _ -> new ArrayList<>())
        .add(new Step(label, List.of(), fairness, group, state(to)));
    return this;
  }

  public static EventSet on(int line) {
    return new EventSet("line " + line, List.of(new EventSet.Pattern.AtTray(line)), Optional.empty());
  }

  private static State state(int number) {
    return State.of(new int[] {number});
  }

  @Override
  public Cells cells() {
    return new Cells() {
      @Override
      public int size() {
        return 1;
      }

      @Override
      public int low(int cell) {
        return 0;
      }

      @Override
      public int high(int cell) {
        return states - 1;
      }

      @Override
      public String owner(int cell) {
        return "table[0].leg";
      }
    };
  }

  @Override
  public State initial() {
    return state(0);
  }

  @Override
  public List<Step> steps(State state) {
    return steps.getOrDefault(state.cell(0), List.of());
  }

  @Override
  public List<Wait> waits(State state) {
    return waits.getOrDefault(state.cell(0), List.of());
  }

  @Override
  public boolean rests(State state, int instance) {
    return resting.contains(instance);
  }

  @Override
  public boolean isFaulty(State state) {
    return faulty.contains(state.cell(0));
  }

  @Override
  public boolean isOver(State state) {
    return over.contains(state.cell(0));
  }

  @Override
  public boolean traysClosed(State state) {
    return !open.contains(state.cell(0));
  }

  @Override
  public boolean holds(Condition condition, State state) {
    return state.cell(0) != condition.observed().getFirst().instance();
  }

  @Override
  public boolean matches(EventSet.Pattern pattern, Label label) {
    return pattern instanceof EventSet.Pattern.AtTray(int line) && label instanceof Label.HandOver(int at, _, _, _)
        && line == at;
  }
}
