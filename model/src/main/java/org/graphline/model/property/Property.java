package org.graphline.model.property;

import java.util.List;
import org.graphline.model.network.Network;
import org.graphline.model.term.Comparison;

/// A property of one network. Definitions: docs/semantics.md, "Exactly what the words mean".
public sealed interface Property {

  /// No reachable deadlock and no stuck group.
  record DeadlockFree() implements Property {}

  /// No reachable error state (rule R1).
  record ErrorFree() implements Property {}

  /// No fair infinite run without a progress step.
  record LivelockFree(EventSet progress) implements Property {}

  /// Every fair run ends with everyone gone, or at closing time.
  record Terminates() implements Property {}

  /// Once the in-trays are closed, every fair run reaches closing time.
  record ShutsDown() implements Property {}

  /// Each condition holds in every reachable state.
  record Always(List<Condition> conditions) implements Property {
    public Always {
      conditions = List.copyOf(conditions);
    }
  }

  /// No condition holds in any reachable state.
  record Never(List<Condition> conditions) implements Property {
    public Never {
      conditions = List.copyOf(conditions);
    }
  }

  /// On every fair run each `cause` is followed by an `effect`.
  record LeadsTo(EventSet cause, EventSet effect) implements Property {}

  /// Some run, seen only through the alphabet of `events`, begins with them in order.
  record Can(List<EventSet> events) implements Property {
    public Can {
      events = List.copyOf(events);
    }
  }

  /// No run, seen only through the alphabet of `events`, begins with them in order.
  ///
  /// @param next what must not come of them
  record Cannot(List<EventSet> events, Next next) implements Property {
    public Cannot {
      events = List.copyOf(events);
    }

    /// Whatever comes of them.
    public Cannot(List<EventSet> events) {
      this(events, Next.ANYTHING);
    }

    /// What comes after the events.
    public enum Next {
      ANYTHING,
      /// A deadlock or a stuck group, before any other event of the alphabet.
      DEADLOCK
    }
  }

  /// Whatever the environment sees of the network it could see of `specification`, which has the same exposed
  /// ports (rule R9).
  ///
  /// @param name what the specification is called in the claim
  record Refines(Comparison comparison, String name, Network specification) implements Property {}

  /// What the environment has seen decides what it can see next and what it is refused, and the network does not
  /// go on without showing anything.
  record Deterministic() implements Property {}
}
