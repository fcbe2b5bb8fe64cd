package org.graphline.checker.reduction;

import java.util.List;
import java.util.stream.IntStream;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Update;
import org.graphline.model.semantics.Step.Fairness;

/// An offer at one value of the field that leads it, or those steps of it that do, or do not, lead to error
/// states.
///
/// @param guard what must be true beside that value, as clauses
record Part(int lead, int value, Offer offer, List<List<Atom>> guard, boolean isFaulty) {
  private static final int[] NONE = {};

  /// What parts at different values of the field that leads have in common if they may be one event.
  record Kind(int lead, int number, int labels, List<Integer> moves, Fairness fairness, int group, boolean isTimer,
      List<List<Atom>> guard, List<Update> others, boolean isFaulty) {}

  Kind kind() {
    List<Update> others = offer.updates().stream()
        .filter(u -> u.field() != lead || u instanceof Update.Clear).toList();
    return new Kind(lead, offer.number(), offer.labels().size(), offer.moves(), offer.fairness(),
        offer.fairness() == Fairness.DEMONIC ? offer.group() : 0, offer.isTimer(), guard, others, isFaulty);
  }

  /// Returns where a step of it may take the field from a value.
  int[] nexts(int field, int from) {
    if (field == lead && from != value) {
      return NONE;
    }
    for (List<Atom> clause : guard) {
      if (clause.size() == 1 && clause.getFirst().field() == field && !clause.getFirst().holds(from)) {
        return NONE;
      }
    }
    return offer.updates().stream().filter(u -> u.field() == field).flatMapToInt(u -> switch (u) {
      case Update.Set(_, int next) -> IntStream.of(next);
      case Update.Map(_, var table) -> IntStream.of(table.at(from));
      case Update.Via(_, _, _, var next) -> IntStream.range(0, next.size()).map(next::at);
      case Update.Clear _ -> IntStream.of(0);
    }).toArray();
  }
}
