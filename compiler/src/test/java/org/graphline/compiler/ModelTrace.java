package org.graphline.compiler;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Exposure;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Timers;
import org.graphline.model.value.Value;
import org.graphline.runtime.Event;
import org.graphline.runtime.Event.Place;

/// Walks the model along what a running network did: after each event it knows all states the model could be in.
///
/// What the runtime does not record (arrivals, a call of Java that did not fail) the model may do at any time.
final class ModelTrace {
  private final Semantics semantics;
  private final Network network;
  private Set<State> states;

  ModelTrace(Network network) {
    this.semantics = Semantics.of(network, Timers.ANY);
    this.network = network;
    this.states = closure(Set.of(semantics.initial()));
  }

  /// Returns the first event the model could not follow, with what it could have done instead.
  Optional<String> firstImpossible(List<Event> events) {
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      if (event instanceof Event.Aborted) {
        return Optional.empty();
      }
      if (isSilent(event)) {
        continue;
      }
      Set<State> next = new LinkedHashSet<>();
      List<Label> possible = new ArrayList<>();
      for (State state : states) {
        for (Step step : semantics.steps(state)) {
          possible.add(step.label());
          if (matches(step.label(), event)) {
            next.add(step.target());
          }
        }
      }
      if (next.isEmpty()) {
        return Optional.of("event " + i + ": " + event + "\nafter " + events.subList(Math.max(0, i - 8), i)
            + "\nthe model could have done " + possible.stream().distinct().toList());
      }
      states = closure(next);
    }
    return Optional.empty();
  }

  /// Reports whether the model may be at its end where the run ended.
  boolean isOver() {
    return states.stream().anyMatch(semantics::isOver);
  }

  private static boolean isSilent(Event event) {
    return switch (event) {
      case Event.Closed(Place place) -> !place.desk().isEmpty();
      case Event.Gone(_, Throwable failure) -> failure == null;
      default -> false;
    };
  }

  private Set<State> closure(Set<State> from) {
    var all = new LinkedHashSet<>(from);
    var open = new ArrayList<>(from);
    while (!open.isEmpty()) {
      for (Step step : semantics.steps(open.removeLast())) {
        boolean unseen = switch (step.label()) {
          case Label.Arrives _, Label.ArrivesAtTray _, Label.ArrivesAtConnection _ -> true;
          case Label.MayFail(_, _, boolean fails) -> !fails;
          default -> false;
        };
        if (unseen && all.add(step.target())) {
          open.add(step.target());
        }
      }
    }
    return all;
  }

  private boolean matches(Label label, Event event) {
    return switch (event) {
      case Event.HandedOver(var from, var to, var value) -> label instanceof Label.HandOver(int line, var writer,
          var reader, var sent) && at(writer, line, from) && at(reader, line, to) && same(sent, value);
      case Event.Posted(var from, _, var value, boolean lost) -> label instanceof Label.Post(int line, var writer,
          var sent, var fate) && at(writer, line, from) && same(sent, value) && lost == (fate != Label.Fate.STORED);
      case Event.Collected(_, var to, var value) -> label instanceof Label.Collect(int line, var reader, var sent)
          && at(reader, line, to) && same(sent, value);
      case Event.EndSeen(var reader) -> label instanceof Label.EndSeen(int instance, var end)
          && (end.isEmpty() ? named(instance, reader) && reader.port().isEmpty() : at(end.get(), reader));
      case Event.Refused(var writer) -> label instanceof Label.Refused(var end) && at(end, writer);
      case Event.Unheard(var split) -> label instanceof Label.Unheard(int instance) && named(instance, split);
      case Event.Called(var client, var server, var value) -> label instanceof Label.Called(int connection, var asked)
          && joins(connection, client, server) && same(asked, value);
      case Event.Replied(var server, var client, _, boolean dropped) when dropped ->
          label instanceof Label.ReplyDropped(int connection) && joins(connection, client, server);
      case Event.Replied(var server, var client, var value, _) -> label instanceof Label.Replied(int connection,
          var answer) && joins(connection, client, server) && same(answer, value);
      case Event.Synced(var barrier, _) -> label instanceof Label.Sync(int id, _)
          && network.barriers().get(id).name().equals(barrier);
      case Event.TimedOut(var place) -> label instanceof Label.TimesOut(int instance) && named(instance, place);
      case Event.NothingReady(var place) -> label instanceof Label.Otherwise(int instance) && named(instance, place);
      case Event.Chose(var place, int branch) ->
          label instanceof Label.Choice(int instance, int alternative) && named(instance, place) && alternative == branch
          || label instanceof Label.Result(int drawing, _, _) && named(drawing, place);
      case Event.Answered(var place, _, var value) -> label instanceof Label.Result(int instance, _, var answer)
          && named(instance, place) && same(answer, value);
      case Event.Marked(var place, var name) -> label instanceof Label.Mark(int instance, var mark)
          && named(instance, place) && mark.equals(name);
      case Event.Closed(var place) -> label instanceof Label.ClosesTray(int line)
          && exposed(network.lines().get(line).exposure(), place)
          || label instanceof Label.ClosesConnection(int connection)
              && exposed(network.connections().get(connection).exposure(), place);
      case Event.Gone(var place, _) -> label instanceof Label.MayFail(int instance, _, boolean fails) && fails
          && named(instance, place);
      case Event.ClosingTime _ -> label instanceof Label.ClosingTime;
      case Event.Aborted _ -> false;
    };
  }

  private boolean named(int instance, Place place) {
    return network.instances().get(instance).name().display().equals(place.desk());
  }

  private boolean at(End end, Place place) {
    return network.display(end).equals(place.fullName());
  }

  private boolean at(Optional<End> end, int line, Place place) {
    return end.isPresent() ? at(end.get(), place) : exposed(network.lines().get(line).exposure(), place);
  }

  private static boolean exposed(Optional<Exposure> exposure, Place place) {
    return place.desk().isEmpty() && exposure.map(Exposure::display).filter(place.port()::equals).isPresent();
  }

  private boolean joins(int id, Place client, Place server) {
    Connection connection = network.connections().get(id);
    return connection.client().map(end -> at(end, client)).orElseGet(() -> exposed(connection.exposure(), client))
        && connection.server().map(end -> at(end, server)).orElseGet(() -> exposed(connection.exposure(), server));
  }

  /// Reports whether Java's value is the model's, as far as the model knows.
  private static boolean same(Value value, Object java) {
    return switch (value) {
      case Value.Bool(boolean truth) -> java.equals(truth);
      case Value.Int(int number) -> java.equals(number);
      case Value.Constant(var type, int ordinal) -> java.toString().equals(type.constants().get(ordinal));
      case Value.Structure(_, var fields) -> sameFields(fields, java);
      case Value.Sequence _, Value.Signal _, Value.Token _ -> true;
    };
  }

  private static boolean sameFields(List<Value> fields, Object java) {
    RecordComponent[] components = java.getClass().getRecordComponents();
    try {
      for (int i = 0; i < components.length; i++) {
        components[i].getAccessor().setAccessible(true);
        if (!same(fields.get(i), components[i].getAccessor().invoke(java))) {
          return false;
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
    return true;
  }
}
