package org.graphline.conformance.naive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.graphline.conformance.naive.NaiveSpace.Edge;
import org.graphline.model.network.Connection;
import org.graphline.model.network.Line;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.State;

/// A state space as it is seen outside: events at exposed ports, and the ends that can be noticed there.
final class NaiveShown {
  private final NaiveSpace space;
  private final Map<Label, Optional<String>> seen = new HashMap<>();
  private final List<List<Shown>> shown = new ArrayList<>();
  private final List<Set<String>> ends = new ArrayList<>();
  private final Set<Integer> errors = new HashSet<>();

  /// The event that a step shows, if it shows one, and the state it leads to, which is no error.
  record Shown(Optional<String> event, int target) {}

  NaiveShown(NaiveSpace space) {
    this.space = space;
    for (int s = 0; s < space.size(); s++) {
      if (space.semantics().fault(space.state(s)).isPresent()) {
        errors.add(s);
      }
      ends.add(errors.contains(s) ? Set.of() : endsIn(space.state(s)));
    }
    for (int s = 0; s < space.size(); s++) {
      shown.add(space.from(s).stream().filter(e -> !errors.contains(e.target()))
          .map(e -> new Shown(seen(e.step().label()), e.target())).toList());
    }
  }

  /// Returns the steps from a state, those into errors left out.
  List<Shown> from(int state) {
    return shown.get(state);
  }

  /// Reports whether the state is an error.
  boolean isError(int state) {
    return errors.contains(state);
  }

  /// Returns the ends that can be noticed in a state.
  Set<String> ends(int state) {
    return ends.get(state);
  }

  /// Returns the states of fair cycles that show nothing.
  Set<Integer> silentCycles() {
    var all = new HashSet<Integer>();
    for (int s = 0; s < space.size(); s++) {
      if (!isError(s)) {
        all.add(s);
      }
    }
    return new NaiveFairCycles(space, label -> seen(label).isPresent(), all).states();
  }

  /// Returns the events that may be next in a state, ends not seen yet included.
  Set<String> next(int state, Set<String> ended) {
    var all = new HashSet<String>();
    from(state).forEach(e -> e.event().ifPresent(all::add));
    ends(state).stream().filter(e -> !ended.contains(e)).forEach(all::add);
    return all;
  }

  /// Returns what the environment gets if it offers it and the network stands still; nothing if the network moves by
  /// itself.
  Optional<Set<String>> accepted(int state, Set<String> ended) {
    var all = new HashSet<String>();
    for (Edge edge : space.from(state)) {
      Label label = edge.step().label();
      if (label instanceof Label.ArrivesAtTray(int line)) {
        space.from(edge.target()).stream().map(e -> e.step().label())
            .filter(l -> l instanceof Label.HandOver(int at, var writer, _, _) && at == line && writer.isEmpty())
            .forEach(l -> all.add(seen(l).orElseThrow()));
      } else if (label instanceof Label.ArrivesAtConnection(int connection)) {
        space.from(edge.target()).stream().map(e -> e.step().label())
            .filter(l -> l instanceof Label.Called(int at, _) && at == connection)
            .forEach(l -> all.add(seen(l).orElseThrow()));
      } else if (seen(label).isEmpty() || isAwaited(label)) {
        return Optional.empty();
      } else {
        all.add(seen(label).get());
      }
    }
    ends(state).stream().filter(e -> !ended.contains(e)).forEach(all::add);
    return Optional.of(all);
  }

  private boolean isAwaited(Label label) {
    var network = space.semantics().network();
    return label instanceof Label.HandOver(int line, var writer, _, _) && writer.isEmpty()
        && network.lines().get(line).watched()
        || label instanceof Label.Called(int id, _) && network.connections().get(id).client().isEmpty()
        && network.connections().get(id).watched();
  }

  private Optional<String> seen(Label label) {
    return seen.computeIfAbsent(label, this::event);
  }

  private Optional<String> event(Label label) {
    var network = space.semantics().network();
    return switch (label) {
      case Label.HandOver(int line, var writer, var reader, var value) when writer.isEmpty() || reader.isEmpty() ->
          Optional.of("letter " + tray(network.lines().get(line)) + " " + value.display());
      case Label.Post(int line, var writer, var value, _) when writer.isEmpty() ->
          Optional.of("letter " + tray(network.lines().get(line)) + " " + value.display());
      case Label.Collect(int line, var reader, var value) when reader.isEmpty() ->
          Optional.of("letter " + tray(network.lines().get(line)) + " " + value.display());
      case Label.ClosesTray(int line) -> Optional.of("close " + tray(network.lines().get(line)));
      case Label.Called(int id, var value) -> port(network.connections().get(id))
          .map(p -> "call " + p + " " + value.display());
      case Label.Replied(int id, var value) -> port(network.connections().get(id))
          .map(p -> "reply " + p + " " + value.display());
      case Label.ClosesConnection(int id) -> port(network.connections().get(id)).map(p -> "close " + p);
      default -> Optional.empty();
    };
  }

  private static String tray(Line line) {
    return line.exposure().orElseThrow().display();
  }

  private static Optional<String> port(Connection connection) {
    return connection.exposure().map(e -> e.display());
  }

  private Set<String> endsIn(State state) {
    var network = space.semantics().network();
    var ends = new TreeSet<String>();
    network.lines().stream().filter(l -> l.isOutTray() && space.semantics().isFinished(state, l.id()))
        .forEach(l -> ends.add("end " + tray(l)));
    network.connections().stream().filter(c -> c.server().isEmpty() && !space.semantics().isCallable(state, c.id()))
        .forEach(c -> ends.add("end " + port(c).orElseThrow()));
    return ends;
  }
}
