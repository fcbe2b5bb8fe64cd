package org.graphline.checker.refinement;

import java.util.List;
import java.util.Optional;
import org.graphline.model.semantics.Step;

/// Where a network shows more, or accepts less, than it should.
public sealed interface Difference {

  /// Returns the events before it.
  List<Event> trace();

  /// An event that the specification does not have there.
  ///
  /// @param allowed the events it has there
  record Excess(List<Event> trace, Event event, List<Event> allowed) implements Difference {
    public Excess {
      trace = List.copyOf(trace);
      allowed = List.copyOf(allowed);
    }
  }

  /// The network stands still and refuses what the specification would accept.
  ///
  /// @param accepted all that it accepts
  /// @param wanted   sets of events one of which the specification accepts in full; empty if it never stands
  ///                 still
  record Refusal(List<Event> trace, List<Event> accepted, List<List<Event>> wanted) implements Difference {
    public Refusal {
      trace = List.copyOf(trace);
      accepted = List.copyOf(accepted);
      wanted = List.copyOf(wanted);
    }
  }

  /// The network goes on for ever and shows nothing more.
  record Silence(List<Event> trace) implements Difference {
    public Silence {
      trace = List.copyOf(trace);
    }
  }

  /// The network stands still and refuses what it does not refuse in another run that shows the same.
  ///
  /// @param accepted all that it accepts here
  /// @param other    the run that ends with `event`
  record Ambiguity(List<Event> trace, List<Event> accepted, Event event,
      List<Step> other) implements Difference {
    public Ambiguity {
      trace = List.copyOf(trace);
      accepted = List.copyOf(accepted);
      other = List.copyOf(other);
    }
  }

  /// Returns the last event of the story, if it is more than the events before it.
  default Optional<Event> last() {
    return this instanceof Excess(_, var event, _) ? Optional.of(event) : Optional.empty();
  }
}
