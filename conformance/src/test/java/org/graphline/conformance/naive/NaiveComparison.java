package org.graphline.conformance.naive;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.graphline.conformance.naive.NaiveSpace.Edge;
import org.graphline.model.network.Connection;
import org.graphline.model.network.Line;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.State;
import org.graphline.model.term.Comparison;

/// What two state spaces show outside, compared by the definitions of docs/semantics.md: after each history, the set of
/// all states the specification may be in.
final class NaiveComparison {
  private final NaiveSpace space;
  private final NaiveSpace allowed;
  private final Comparison comparison;
  private final Set<Integer> divergent;
  private final Set<Integer> allowedToDiverge;

  private NaiveComparison(NaiveSpace space, NaiveSpace allowed, Comparison comparison) {
    this.space = space;
    this.allowed = allowed;
    this.comparison = comparison;
    this.divergent = silentCycles(space);
    this.allowedToDiverge = silentCycles(allowed);
  }

  /// A state of one side, the states the other may be in, and the ends that were seen.
  private record At(int state, Set<Integer> others, Set<String> ended) {}

  static boolean refines(NaiveSpace space, NaiveSpace allowed, Comparison comparison) {
    return new NaiveComparison(space, allowed, comparison).refines();
  }

  static boolean isDeterministic(NaiveSpace space) {
    return new NaiveComparison(space, space, Comparison.FAILURES).isDeterministic();
  }

  private boolean refines() {
    for (At at : pairs()) {
      if (at.others().isEmpty()) {
        return false;
      }
      boolean loose = comparison == Comparison.DIVERGENCES && at.others().stream().anyMatch(allowedToDiverge::contains);
      if (comparison == Comparison.TRACES || loose) {
        continue;
      }
      if (comparison == Comparison.DIVERGENCES && divergent.contains(at.state())) {
        return false;
      }
      Optional<Set<String>> accepted = accepted(space, at.state(), at.ended());
      if (accepted.isPresent() && at.others().stream().flatMap(s -> accepted(allowed, s, at.ended()).stream())
          .noneMatch(accepted.get()::containsAll)) {
        return false;
      }
    }
    return true;
  }

  private boolean isDeterministic() {
    for (At at : pairs()) {
      Optional<Set<String>> accepted = accepted(space, at.state(), at.ended());
      boolean refusesWhatIsPossible = accepted.isPresent() && at.others().stream()
          .anyMatch(s -> !accepted.get().containsAll(next(space, s, at.ended())));
      if (refusesWhatIsPossible || divergent.contains(at.state())) {
        return false;
      }
    }
    return true;
  }

  private Set<At> pairs() {
    var found = new HashSet<At>();
    var queue = new ArrayDeque<At>();
    add(new At(0, silently(allowed, Set.of(0)), Set.of()), found, queue);
    while (!queue.isEmpty()) {
      At at = queue.remove();
      boolean loose = comparison == Comparison.DIVERGENCES && at.others().stream().anyMatch(allowedToDiverge::contains);
      if (at.others().isEmpty() || loose) {
        continue;
      }
      for (Edge edge : space.from(at.state())) {
        if (!isError(space, edge.target())) {
          add(new At(edge.target(), seen(space, edge.step().label()).map(e -> after(allowed, at.others(), e))
              .orElse(at.others()), at.ended()), found, queue);
        }
      }
      for (String end : ends(space, at.state())) {
        if (!at.ended().contains(end)) {
          var ended = new TreeSet<>(at.ended());
          ended.add(end);
          add(new At(at.state(), after(allowed, at.others(), end), ended), found, queue);
        }
      }
    }
    return found;
  }

  private void add(At at, Set<At> found, ArrayDeque<At> queue) {
    if (!isError(space, at.state()) && found.add(at)) {
      queue.add(at);
    }
  }

  private static boolean isError(NaiveSpace space, int state) {
    return space.semantics().fault(space.state(state)).isPresent();
  }

  private static Set<Integer> silentCycles(NaiveSpace space) {
    var all = new HashSet<Integer>();
    for (int s = 0; s < space.size(); s++) {
      if (!isError(space, s)) {
        all.add(s);
      }
    }
    return new NaiveFairCycles(space, label -> seen(space, label).isPresent(), all).states();
  }

  private static Set<Integer> after(NaiveSpace space, Set<Integer> states, String event) {
    var next = new HashSet<Integer>();
    for (int s : states) {
      if (ends(space, s).contains(event)) {
        next.add(s);
      }
      for (Edge edge : space.from(s)) {
        if (seen(space, edge.step().label()).equals(Optional.of(event)) && !isError(space, edge.target())) {
          next.add(edge.target());
        }
      }
    }
    return silently(space, next);
  }

  private static Set<Integer> silently(NaiveSpace space, Set<Integer> from) {
    var all = new HashSet<>(from);
    var queue = new ArrayDeque<>(from);
    while (!queue.isEmpty()) {
      for (Edge edge : space.from(queue.remove())) {
        if (seen(space, edge.step().label()).isEmpty() && !isError(space, edge.target()) && all.add(edge.target())) {
          queue.add(edge.target());
        }
      }
    }
    return all;
  }

  /// The events that may be next in a state, ends not seen yet included.
  private static Set<String> next(NaiveSpace space, int state, Set<String> ended) {
    Set<String> all = space.from(state).stream().filter(e -> !isError(space, e.target()))
        .flatMap(e -> seen(space, e.step().label()).stream()).collect(Collectors.toCollection(HashSet::new));
    ends(space, state).stream().filter(e -> !ended.contains(e)).forEach(all::add);
    return all;
  }

  /// What the environment gets if it offers it and the network stands still; nothing if the network moves by itself.
  private static Optional<Set<String>> accepted(NaiveSpace space, int state, Set<String> ended) {
    var all = new HashSet<String>();
    for (Edge edge : space.from(state)) {
      Label label = edge.step().label();
      if (label instanceof Label.ArrivesAtTray(int line)) {
        space.from(edge.target()).stream().map(e -> e.step().label())
            .filter(l -> l instanceof Label.HandOver(int at, var writer, _, _) && at == line && writer.isEmpty())
            .forEach(l -> all.add(seen(space, l).orElseThrow()));
      } else if (label instanceof Label.ArrivesAtConnection(int connection)) {
        space.from(edge.target()).stream().map(e -> e.step().label())
            .filter(l -> l instanceof Label.Called(int at, _) && at == connection)
            .forEach(l -> all.add(seen(space, l).orElseThrow()));
      } else if (seen(space, label).isEmpty() || isAwaited(space, label)) {
        return Optional.empty();
      } else {
        all.add(seen(space, label).get());
      }
    }
    ends(space, state).stream().filter(e -> !ended.contains(e)).forEach(all::add);
    return Optional.of(all);
  }

  private static boolean isAwaited(NaiveSpace space, Label label) {
    var network = space.semantics().network();
    return label instanceof Label.HandOver(int line, var writer, _, _) && writer.isEmpty()
        && network.lines().get(line).watched()
        || label instanceof Label.Called(int id, _) && network.connections().get(id).client().isEmpty()
        && network.connections().get(id).watched();
  }

  private static Optional<String> seen(NaiveSpace space, Label label) {
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

  private static Set<String> ends(NaiveSpace space, int number) {
    State state = space.state(number);
    var network = space.semantics().network();
    var ends = new TreeSet<String>();
    network.lines().stream().filter(l -> l.isOutTray() && space.semantics().isFinished(state, l.id()))
        .forEach(l -> ends.add("end " + tray(l)));
    network.connections().stream().filter(c -> c.server().isEmpty() && !space.semantics().isCallable(state, c.id()))
        .forEach(c -> ends.add("end " + port(c).orElseThrow()));
    return ends;
  }
}
