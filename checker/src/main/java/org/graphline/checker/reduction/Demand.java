package org.graphline.checker.reduction;

import java.util.BitSet;
import java.util.List;
import org.graphline.checker.product.Atom;

/// What a reduction must preserve, beside stuck groups, states without steps, and error states.
///
/// @param fairRuns whether properties of fair runs are asked: `livelock free`, `terminates`, `shuts down`,
///                 `leads to`
/// @param labels   the numbers of the labels whose order is looked at: those named by `leads to`, `can` and
///                 `cannot`; the progress of `livelock free` need not be among them
/// @param looks    what is looked at in single states: functions of one field each, whose values `always` and
///                 `never` depend on
public record Demand(boolean fairRuns, BitSet labels, List<Atom> looks) {
  /// Nothing more.
  public static final Demand NOTHING_MORE = new Demand(false, new BitSet(), List.of());
  /// Properties of fair runs that look at no order: `livelock free` and `terminates`.
  public static final Demand FAIR_RUNS = new Demand(true, new BitSet(), List.of());

  public Demand {
    labels = (BitSet) labels.clone();
    looks = List.copyOf(looks);
  }

  /// Reports whether a step of the event may be seen.
  boolean isVisible(Event event, Reach reach) {
    int first = event.offer.number();
    int next = labels.nextSetBit(first);
    return next >= 0 && next < first + event.offer.labels().size()
        || looks.stream().anyMatch(l -> changes(event, l, reach));
  }

  private static boolean changes(Event event, Atom look, Reach reach) {
    int field = look.field();
    for (int written : event.written) {
      if (written == field) {
        for (int v = 0; v < reach.size(field); v++) {
          if (reach.isLarge(field)) {
            return true;
          }
          if (reach.isAllowed(event, field, v)) {
            for (int next : reach.nexts(event, field, v)) {
              if (look.table().at(v) != look.table().at(next)) {
                return true;
              }
            }
          }
        }
      }
    }
    return false;
  }
}
