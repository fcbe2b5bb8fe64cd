package org.graphline.model.property;

import java.util.List;
import java.util.Optional;
import org.graphline.model.network.End;
import org.graphline.model.value.Value;

/// Steps that count as one event: a transfer at one of some ends, or a mark. A hand-over may be named by either of
/// its ends (rule R10).
///
/// @param text  the reference as written, with the value in parentheses if there is one
/// @param value the value the letter must have; empty means any
public record EventSet(String text, List<Pattern> patterns, Optional<Value> value) {
  public EventSet {
    patterns = List.copyOf(patterns);
  }

  /// One place where the event can happen.
  public sealed interface Pattern {

    /// A letter, call or reply passes this end of a component.
    record AtEnd(End end) implements Pattern {}

    /// A letter passes this exposed port of the graph, by the position of its line.
    record AtTray(int line) implements Pattern {}

    /// A call or reply passes this exposed port of the graph, by the position of its connection.
    record AtConnection(int connection) implements Pattern {}

    /// An instance passes a `mark`.
    record AtMark(int instance, String name) implements Pattern {}
  }
}
