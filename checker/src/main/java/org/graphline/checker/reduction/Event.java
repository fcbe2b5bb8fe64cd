package org.graphline.checker.reduction;

import java.util.List;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Update;

/// An offer at one value of the field that leads it, or a part of such an offer: what is chosen or left out by
/// [StubbornSets]. Which letter a step of it passes may still depend on the state.
///
/// Made for being asked often: fields and tables are arrays.
final class Event {
  final int lead;
  final int leadValue;
  final Offer offer;
  /// Whether every step of it leads to an error state; if not, none does.
  final boolean isFaulty;
  /// For each clause of the guard the atoms; the value of the field that leads is no clause.
  final Atom[][] guard;
  private final Update[] updates;

  Event(int lead, int leadValue, Offer offer, List<List<Atom>> guard, boolean isFaulty) {
    this.lead = lead;
    this.leadValue = leadValue;
    this.offer = offer;
    this.isFaulty = isFaulty;
    this.guard = guard.stream().map(c -> c.toArray(Atom[]::new)).toArray(Atom[][]::new);
    this.updates = offer.updates().toArray(Update[]::new);
  }

  Update[] updates() {
    return updates;
  }

  /// Reports whether it is enabled where the fields have these values, error states and priorities apart.
  boolean isEnabled(int[] values) {
    return (lead < 0 || values[lead] == leadValue) && isGuardTrue(values);
  }

  /// Reports whether the guard is true, whatever the field that leads says.
  boolean isGuardTrue(int[] values) {
    for (Atom[] clause : guard) {
      if (!isTrue(clause, values)) {
        return false;
      }
    }
    return true;
  }

  static boolean isTrue(Atom[] clause, int[] values) {
    for (Atom atom : clause) {
      if (atom.holds(values[atom.field()])) {
        return true;
      }
    }
    return false;
  }

  /// Makes `after`, which has the same values as `before`, what is after the step from `before`.
  void apply(int[] before, int[] after) {
    for (Update update : updates) {
      switch (update) {
        case Update.Set(int field, int value) -> after[field] = value;
        case Update.Map(int field, var table) -> after[field] = table.at(before[field]);
        case Update.Via(int field, int source, var letter, var next) ->
            after[field] = next.at(letter.at(before[source]));
        case Update.Clear _ -> { }
      }
    }
    clear(after);
  }

  /// Clears see what the other updates have made, not each other.
  private void clear(int[] after) {
    int cleared = 0;
    for (int i = 0; i < updates.length; i++) {
      if (updates[i] instanceof Update.Clear(_, var when) && when.stream().allMatch(a -> a.holds(after[a.field()]))) {
        cleared |= 1 << i;
      }
    }
    for (int i = 0; cleared >> i != 0; i++) {
      if ((cleared >> i & 1) != 0) {
        after[updates[i].field()] = 0;
      }
    }
  }

  /// Returns the number of the label of a step from `values`.
  int label(int[] values) {
    if (offer.labels().size() > 1) {
      for (Update update : updates) {
        if (update instanceof Update.Via(_, int source, var letter, _)) {
          return offer.number() + letter.at(values[source]);
        }
      }
    }
    return offer.number();
  }
}
