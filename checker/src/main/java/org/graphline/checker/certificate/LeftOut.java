package org.graphline.checker.certificate;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Product;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Network;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.EventSet.Pattern;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Label;
import org.graphline.model.value.Value;

/// Which ways to take a step a claim about endless runs leaves out: what is progress, and what is impossible
/// once the environment has closed all trays and connections.
final class LeftOut {
  private final Network network;
  private final Product product;

  LeftOut(Network network, Product product) {
    this.network = network;
    this.product = product;
  }

  /// Reports whether the way is left out.
  boolean is(Property claim, Way way) throws Refused {
    return switch (claim) {
      case Property.LivelockFree(EventSet progress) -> way.labels().stream().allMatch(l -> isIn(progress, l));
      case Property.Terminates _ -> false;
      case Property.ShutsDown _ -> !mayHappenClosed(way);
      case Property.DeadlockFree _, Property.ErrorFree _, Property.Always _, Property.Never _, Property.LeadsTo _,
          Property.Can _, Property.Cannot _, Property.Refines _, Property.Deterministic _ ->
          throw new Refused("what is claimed is nothing about endless runs");
    };
  }

  private boolean isIn(EventSet events, Label label) {
    Passing passing = passing(label);
    return events.patterns().stream().anyMatch(p -> isAt(p, label, passing))
        && (events.value().isEmpty() || events.value().equals(passing.letter()));
  }

  private static boolean isAt(Pattern place, Label label, Passing passing) {
    return switch (place) {
      case Pattern.AtEnd(End end) -> passing.ends().contains(Optional.of(end));
      case Pattern.AtTray(int line) -> passing.line() == line && passing.ends().contains(Optional.<End>empty());
      case Pattern.AtConnection(int connection) -> passing.connection() == connection;
      case Pattern.AtMark(int instance, String name) -> label.equals(new Label.Mark(instance, name));
    };
  }

  /// What passes where.
  ///
  /// @param line       the line, -1 for none
  /// @param connection the connection, -1 for none
  /// @param ends       who gives and who takes it, as far as there is somebody; an empty one is the
  ///                   environment
  private record Passing(int line, int connection, List<Optional<End>> ends, Optional<Value> letter) {}

  private Passing passing(Label label) {
    return switch (label) {
      case Label.HandOver(int line, var writer, var reader, var value) ->
          new Passing(line, -1, List.of(writer, reader), Optional.of(value));
      case Label.Post(int line, var writer, var value, _) ->
          new Passing(line, -1, List.of(writer), Optional.of(value));
      case Label.Collect(int line, var reader, var value) ->
          new Passing(line, -1, List.of(reader), Optional.of(value));
      case Label.Called(int connection, var value) -> passing(connection, value);
      case Label.Replied(int connection, var value) -> passing(connection, value);
      case Label.Result(_, _, var value) -> new Passing(-1, -1, List.of(), Optional.of(value));
      case Label.EndSeen _, Label.Refused _, Label.Unheard _, Label.Choice _, Label.MayFail _, Label.TimesOut _,
          Label.Otherwise _, Label.Mark _, Label.Sync _, Label.ReplyDropped _, Label.ClosesTray _,
          Label.ClosesConnection _, Label.Arrives _, Label.ArrivesAtTray _, Label.ArrivesAtConnection _,
          Label.ClosingTime _ -> new Passing(-1, -1, List.of(), Optional.empty());
    };
  }

  private Passing passing(int connection, Value value) {
    Connection where = network.connections().get(connection);
    return new Passing(-1, connection, List.of(where.client(), where.server()), Optional.of(value));
  }

  private boolean mayHappenClosed(Way way) {
    return (way.lead() < 0 || isClosed(way.lead(), way.value()))
        && way.offer().guard().stream().allMatch(this::mayHoldClosed);
  }

  private boolean mayHoldClosed(Clause clause) {
    return clause.atoms().stream().anyMatch(this::mayHoldClosed);
  }

  private boolean mayHoldClosed(Atom atom) {
    return IntStream.range(0, product.fields().get(atom.field()).size())
        .anyMatch(v -> isClosed(atom.field(), v) && atom.holds(v));
  }

  /// Reports whether the field may have the value once all trays are closed.
  private boolean isClosed(int field, int value) {
    return switch (product.fields().get(field).kind()) {
      case Field.Kind.TRAY, Field.Kind.CONNECTION -> (value & 1) == 1;
      case Field.Kind.PROCESS, Field.Kind.LINE, Field.Kind.RUN -> true;
    };
  }
}
