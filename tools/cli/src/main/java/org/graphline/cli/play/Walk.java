package org.graphline.cli.play;

import java.util.ArrayList;
import java.util.List;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;

/// A run so far, one step after the other, with a way back.
final class Walk {
  private final Semantics semantics;
  private final List<State> states = new ArrayList<>();
  private final List<Step> taken = new ArrayList<>();

  Walk(Semantics semantics) {
    this.semantics = semantics;
    states.add(semantics.initial());
  }

  /// Returns the state it has come to.
  State state() {
    return states.getLast();
  }

  /// Returns the steps that are possible there.
  List<Step> possible() {
    return semantics.steps(state());
  }

  /// Returns how many steps were taken.
  int length() {
    return taken.size();
  }

  /// Returns the steps that were taken.
  List<Step> taken() {
    return List.copyOf(taken);
  }

  /// Takes a step.
  void take(Step step) {
    taken.add(step);
    states.add(step.target());
  }

  /// Takes the last step back, and reports whether there was one.
  boolean back() {
    if (taken.isEmpty()) {
      return false;
    }
    taken.removeLast();
    states.removeLast();
    return true;
  }
}
