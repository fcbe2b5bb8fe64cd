package org.graphline.checker.refinement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.graphline.model.network.Connection;
import org.graphline.model.network.Exposure;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.property.EventSet;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;

/// What the environment of a network sees of its steps and states (docs/semantics.md, "What is seen from
/// outside").
public final class Outside {
  private final Semantics semantics;
  private final Network network;

  public Outside(Semantics semantics) {
    this.semantics = semantics;
    this.network = semantics.network();
  }

  /// Returns the event a step with this label is, or nothing if it shows nothing outside.
  public Optional<Event> event(Label label) {
    return switch (label) {
      case Label.HandOver(int line, var writer, var reader, var letter) -> writer.isEmpty()
          || reader.isEmpty()
          ? Optional.of(new Event(Event.Kind.LETTER, tray(line), Optional.of(letter))) : Optional.empty();
      case Label.Post(int line, var writer, var letter, _) -> writer.isEmpty()
          ? Optional.of(new Event(Event.Kind.LETTER, tray(line), Optional.of(letter))) : Optional.empty();
      case Label.Collect(int line, var reader, var letter) -> reader.isEmpty()
          ? Optional.of(new Event(Event.Kind.LETTER, tray(line), Optional.of(letter))) : Optional.empty();
      case Label.Called(int connection, var request) -> port(connection)
          .map(port -> new Event(Event.Kind.CALL, port, Optional.of(request)));
      case Label.Replied(int connection, var reply) -> port(connection)
          .map(port -> new Event(Event.Kind.REPLY, port, Optional.of(reply)));
      case Label.ClosesTray(int line)
          -> Optional.of(new Event(Event.Kind.CLOSE, tray(line), Optional.empty()));
      case Label.ClosesConnection(int connection) -> port(connection)
          .map(port -> new Event(Event.Kind.CLOSE, port, Optional.empty()));
      case Label.EndSeen _, Label.Refused _, Label.Unheard _, Label.Choice _, Label.Result _, Label.MayFail _,
          Label.TimesOut _, Label.Otherwise _, Label.Mark _, Label.Sync _, Label.ReplyDropped _,
          Label.Arrives _,
          Label.ArrivesAtTray _, Label.ArrivesAtConnection _, Label.ClosingTime _ -> Optional.empty();
    };
  }

  /// Returns the ends the environment could see in `state`. Once it can see one, it always can.
  public List<Event> ends(State state) {
    var ends = new ArrayList<Event>();
    for (Line line : network.lines()) {
      if (line.isOutTray() && semantics.isFinished(state, line.id())) {
        ends.add(new Event(Event.Kind.END, tray(line.id()), Optional.empty()));
      }
    }
    for (Connection connection : network.connections()) {
      if (connection.server().isEmpty() && !semantics.isCallable(state, connection.id())) {
        ends.add(new Event(Event.Kind.END, port(connection.id()).orElseThrow(), Optional.empty()));
      }
    }
    return ends;
  }

  /// Returns the events that a state accepts, ends left out, or nothing if it is not stable.
  ///
  /// A state is *stable* if nothing happens in it unless the environment takes part: no internal step, and no
  /// letter for which the environment stands there already. To where a `select priority` can see it (rule
  /// R20) the environment walks with each letter it offers, so that way is no step of the network, and leads
  /// to what is accepted.
  ///
  /// @param steps the steps from the state
  /// @param space the steps from others
  public Optional<Set<Event>> accepted(List<Step> steps, Function<State, List<Step>> space) {
    var accepted = new LinkedHashSet<Event>();
    for (Step step : steps) {
      Optional<Event> event = event(step.label());
      if (event.isPresent() && !hasArrivedFor(step.label())) {
        accepted.add(event.get());
      } else if (isArrival(step.label())) {
        space.apply(step.target()).stream().map(Step::label).filter(next -> follows(step.label(), next))
            .flatMap(next -> event(next).stream()).forEach(accepted::add);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(accepted);
  }

  /// Reports whether the environment walks to where a `select priority` can see it.
  static boolean isArrival(Label label) {
    return label instanceof Label.ArrivesAtTray || label instanceof Label.ArrivesAtConnection;
  }

  /// Reports whether the environment can do what `label` says only because it stands there already.
  boolean hasArrivedFor(Label label) {
    return switch (label) {
      case Label.HandOver(int line, var writer, _, _) -> writer.isEmpty()
          && network.lines().get(line).watched();
      case Label.Called(int id, _) -> {
        Connection connection = network.connections().get(id);
        yield connection.client().isEmpty() && connection.watched();
      }
      default -> false;
    };
  }

  /// Reports whether `label` is what an arrival was for.
  static boolean follows(Label arrival, Label label) {
    return switch (arrival) {
      case Label.ArrivesAtTray(int line) -> label instanceof Label.HandOver(int at, var writer, _, _)
          && at == line && writer.isEmpty();
      case Label.ArrivesAtConnection(int connection) -> label instanceof Label.Called(int at, _)
          && at == connection;
      default -> false;
    };
  }

  /// Returns everything that passes the exposed ports of a network: what a reduction must leave in sight.
  public static EventSet everything(Network network) {
    var patterns = new ArrayList<EventSet.Pattern>();
    network.lines().stream().filter(l -> l.exposure().isPresent())
        .forEach(l -> patterns.add(new EventSet.Pattern.AtTray(l.id())));
    network.connections().stream().filter(c -> c.exposure().isPresent())
        .forEach(c -> patterns.add(new EventSet.Pattern.AtConnection(c.id())));
    return new EventSet("exposed ports", patterns, Optional.empty());
  }

  private String tray(int line) {
    return network.lines().get(line).exposure().map(Exposure::display)
        .orElseThrow(() -> new AssertionError("not exposed: line " + line));
  }

  private Optional<String> port(int connection) {
    return network.connections().get(connection).exposure().map(Exposure::display);
  }
}
