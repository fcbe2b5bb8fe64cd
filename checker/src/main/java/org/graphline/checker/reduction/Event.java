package org.graphline.checker.reduction;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Update;

/// An offer, or a part of it, or offers at several values of the field that leads which are one and the same
/// event: what is chosen or left out by [StubbornSets]. Which letter a step of it passes may still depend on
/// the state.
///
/// Made for being asked often: guards and updates are arrays.
final class Event {
  final int lead;
  /// One of the offers; all have the same labels, fairness and movers.
  final Offer offer;
  /// Whether every step of it leads to an error state; if not, none does.
  final boolean isFaulty;
  /// For each clause of the guard the atoms; the value of the field that leads is no clause.
  final Atom[][] guard;
  /// The updates at each value of the field that leads, null where nothing is offered; at 0 if no field
  /// leads. Updates of other fields are everywhere the same.
  private final Update[][] updates;
  /// All of them.
  final Update[] every;
  /// The fields that it may change.
  final int[] written;

  Event(int lead, Offer offer, List<List<Atom>> guard, boolean isFaulty, Update[][] updates) {
    this.lead = lead;
    this.offer = offer;
    this.isFaulty = isFaulty;
    this.guard = guard.stream().map(c -> c.toArray(Atom[]::new)).toArray(Atom[][]::new);
    this.updates = updates;
    this.every = Arrays.stream(updates).filter(Objects::nonNull).flatMap(Arrays::stream).distinct()
        .toArray(Update[]::new);
    this.written = Arrays.stream(every).mapToInt(Update::field).distinct().toArray();
  }

  /// Returns the updates where the field that leads has `value`, if it is offered there.
  Update[] updatesAt(int value) {
    return updates[value];
  }

  /// Reports whether it is offered where the field that leads has `value`.
  boolean isLedBy(int value) {
    return updates[value] != null;
  }

  /// Reports whether it is enabled where the fields have these values, error states and priorities apart.
  boolean isEnabled(int[] values) {
    return (lead < 0 || updates[values[lead]] != null) && isGuardTrue(values);
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

  private static boolean isTrue(Atom[] clause, int[] values) {
    for (Atom atom : clause) {
      if (atom.holds(values[atom.field()])) {
        return true;
      }
    }
    return false;
  }

  /// Makes `after`, which has the same values as `before`, what is after the step from `before`.
  void apply(int[] before, int[] after) {
    Update[] here = updates[lead < 0 ? 0 : before[lead]];
    boolean clears = false;
    for (Update update : here) {
      switch (update) {
        case Update.Set(int field, int value) -> after[field] = value;
        case Update.Map(int field, var table) -> after[field] = table.at(before[field]);
        case Update.Via(int field, int source, var letter, var next) ->
            after[field] = next.at(letter.at(before[source]));
        case Update.Clear _ -> clears = true;
      }
    }
    if (clears) {
      clear(here, after);
    }
  }

  /// Clears see what the other updates have made, not each other.
  private static void clear(Update[] here, int[] after) {
    long cleared = 0;
    for (int i = 0; i < here.length; i++) {
      if (here[i] instanceof Update.Clear(_, var when) && when.stream().allMatch(a -> a.holds(after[a.field()]))) {
        cleared |= 1L << i;
      }
    }
    for (int i = 0; i < here.length; i++) {
      if ((cleared >> i & 1) != 0) {
        after[here[i].field()] = 0;
      }
    }
  }

  /// Returns the number of the label of a step from `values`.
  int label(int[] values) {
    if (offer.labels().size() > 1) {
      for (Update update : updates[lead < 0 ? 0 : values[lead]]) {
        if (update instanceof Update.Via(_, int source, var letter, _)) {
          return offer.number() + letter.at(values[source]);
        }
      }
    }
    return offer.number();
  }
}
