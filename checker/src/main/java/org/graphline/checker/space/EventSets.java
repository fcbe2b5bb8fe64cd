package org.graphline.checker.space;

import java.util.List;
import java.util.stream.Stream;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;

/// The event sets that properties speak of.
public final class EventSets {
  private EventSets() {}

  /// Returns the event sets of `property`.
  public static List<EventSet> of(Property property) {
    return switch (property) {
      case Property.LivelockFree(var progress) -> List.of(progress);
      case Property.LeadsTo(var cause, var effect) -> Stream.of(cause, effect).distinct().toList();
      case Property.Can(var events) -> events;
      case Property.Cannot(var events, _) -> events;
      case Property.DeadlockFree _, Property.ErrorFree _, Property.Terminates _, Property.ShutsDown _,
          Property.Always _, Property.Never _, Property.Refines _, Property.Deterministic _ -> List.of();
    };
  }
}
