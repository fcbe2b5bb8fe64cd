package org.graphline.checker.space;

import java.util.List;
import org.graphline.model.property.Condition;
import org.graphline.model.property.EventSet;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Wait;

/// States and the steps between them: all that an engine sees. A reduction is a state space made from
/// another.
///
/// Every method is a function of its arguments: asked twice, it answers the same, steps in the same order.
public interface StateSpace {

  /// Returns what the cells of a state can hold.
  Cells cells();

  /// Returns where every run begins.
  State initial();

  /// Returns all steps from `state`; none from a faulty state or after closing time.
  List<Step> steps(State state);

  /// Returns every live thread that waits, with what it needs.
  List<Wait> waits(State state);

  /// Reports whether `instance` is resting.
  boolean rests(State state, int instance);

  /// Reports whether `state` is an error state (rule R1).
  boolean isFaulty(State state);

  /// Reports whether closing time has come or everyone is gone.
  boolean isOver(State state);

  /// Reports whether every in-tray of the whole is closed.
  boolean traysClosed(State state);

  /// Reports whether `condition` is true in `state`; it is not where part of it has no value.
  boolean holds(Condition condition, State state);

  /// Reports whether a step with this label happens at `pattern`, whatever the letter.
  boolean matches(EventSet.Pattern pattern, Label label);

  /// Reports whether a step with this label happens where one of these events does, whatever the letter.
  default boolean isAt(EventSet set, Label label) {
    return set.patterns().stream().anyMatch(p -> matches(p, label));
  }

  /// Reports whether a step with this label is one of these events.
  default boolean isIn(EventSet set, Label label) {
    return isAt(set, label) && (set.value().isEmpty() || set.value().equals(Letters.of(label)));
  }

  /// Returns how much memory one call of [#steps(State)] may need.
  default long workingBytes() {
    return 0;
  }

  /// Returns the elementary steps that lead from the start of the network to [#initial()].
  default List<Step> opening() {
    return List.of();
  }

  /// Returns the elementary steps that `step`, one of the steps from `from`, stands for.
  default List<Step> expand(State from, Step step) {
    return List.of(step);
  }
}
