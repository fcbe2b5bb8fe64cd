package org.graphline.checker.product;

import java.util.List;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Step.Fairness;

/// A fair step that an instance offers in many of its local states: only what it is and becomes differs. The
/// offers share their guard and all other updates: without what leads they are one [LeadlessOffer].
///
/// @param number  the number of the first label
/// @param updates what else changes, before the clears of the instance itself
/// @param clears  what is cleared after them
record RepeatedStep(List<Label> labels, int number, List<Integer> moves, List<Clause> guard, List<Update> updates,
    List<Update> clears) {
  RepeatedStep {
    labels = List.copyOf(labels);
    moves = List.copyOf(moves);
    guard = List.copyOf(guard);
    updates = List.copyOf(updates);
    clears = List.copyOf(clears);
  }

  /// Returns the offer in which the instance becomes `to`.
  ///
  /// @param own what is cleared by that
  Offer offer(int instance, int to, List<Update> own) {
    var all = new Update[1 + updates.size() + own.size() + clears.size()];
    all[0] = new Update.Set(instance, to);
    int next = 1;
    for (int i = 0; i < updates.size(); i++) {
      all[next++] = updates.get(i);
    }
    for (int i = 0; i < own.size(); i++) {
      all[next++] = own.get(i);
    }
    for (int i = 0; i < clears.size(); i++) {
      all[next++] = clears.get(i);
    }
    return new Offer(labels, number, moves, Fairness.FAIR, -1, labels.getFirst() instanceof Label.TimesOut, guard,
        List.of(all));
  }
}
