package org.graphline.checker.product;

import java.util.List;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Step.Fairness;

/// A step that is possible where its guard is true.
///
/// @param labels   what happens; if more than one, `labels.get(letter)` for the letter of its [Update.Via]
/// @param number   the number of the first of the labels among all labels of the product
/// @param moves    the instances that surely move; others may too
/// @param fairness what the environment of the step owes it
/// @param group    as in `Step`
/// @param isTimer  whether it is a timer that runs out
/// @param guard    what must be true, beside the value of the field that leads
public record Offer(List<Label> labels, int number, List<Integer> moves, Fairness fairness, int group,
    boolean isTimer, List<Clause> guard, List<Update> updates) {
  public Offer {
    labels = List.copyOf(labels);
    moves = List.copyOf(moves);
    guard = List.copyOf(guard);
    updates = List.copyOf(updates);
  }

  /// Reports whether the step counts in the length of a story (rule R31).
  public boolean isCounted() {
    return labels.getFirst().isCounted();
  }
}
