package org.graphline.conformance.naive;

import java.util.Optional;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Network;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.EventSet.Pattern;
import org.graphline.model.semantics.Label;
import org.graphline.model.value.Value;

/// Which steps are events a property names (rule R10).
final class NaiveEvents {
  private final Network network;

  NaiveEvents(Network network) {
    this.network = network;
  }

  /// Reports whether the step is seen through the names of the set, whatever passes.
  boolean names(EventSet set, Label label) {
    return set.patterns().stream().anyMatch(p -> happensAt(p, label));
  }

  boolean matches(EventSet set, Label label) {
    return names(set, label) && (set.value().isEmpty() || set.value().equals(value(label)));
  }

  private boolean happensAt(Pattern pattern, Label label) {
    return switch (pattern) {
      case Pattern.AtEnd(var end) -> switch (label) {
        case Label.HandOver(_, var writer, var reader, _) -> is(writer, end) || is(reader, end);
        case Label.Post(_, var writer, _, _) -> is(writer, end);
        case Label.Collect(_, var reader, _) -> is(reader, end);
        case Label.Called(int connection, _) -> joins(connection, end);
        case Label.Replied(int connection, _) -> joins(connection, end);
        default -> false;
      };
      case Pattern.AtTray(int line) -> switch (label) {
        case Label.HandOver(int where, var writer, var reader, _) ->
            where == line && (writer.isEmpty() || reader.isEmpty());
        case Label.Post(int where, var writer, _, _) -> where == line && writer.isEmpty();
        case Label.Collect(int where, var reader, _) -> where == line && reader.isEmpty();
        default -> false;
      };
      case Pattern.AtConnection(int connection) -> switch (label) {
        case Label.Called(int where, _) -> where == connection;
        case Label.Replied(int where, _) -> where == connection;
        default -> false;
      };
      case Pattern.AtMark(int instance, var name) -> label.equals(new Label.Mark(instance, name));
    };
  }

  private boolean joins(int number, End end) {
    Connection connection = network.connections().get(number);
    return is(connection.client(), end) || is(connection.server(), end);
  }

  private static boolean is(Optional<End> one, End other) {
    return one.isPresent() && one.get().equals(other);
  }

  private static Optional<Value> value(Label label) {
    return switch (label) {
      case Label.HandOver(_, _, _, var value) -> Optional.of(value);
      case Label.Post(_, _, var value, _) -> Optional.of(value);
      case Label.Collect(_, _, var value) -> Optional.of(value);
      case Label.Called(_, var value) -> Optional.of(value);
      case Label.Replied(_, var value) -> Optional.of(value);
      default -> Optional.empty();
    };
  }
}
