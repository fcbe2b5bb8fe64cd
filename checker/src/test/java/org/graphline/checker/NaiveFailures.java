package org.graphline.checker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Timers;
import org.graphline.model.term.Comparison;

/// Traces, failures and divergences of a small network as plain sets, up to a length: each history with all states it
/// may lead to. Ports are known by their positions, so two sides must be wired alike.
final class NaiveFailures {
  private final NaiveChecker network;
  private final Set<State> cores;
  private final Map<List<String>, Set<State>> traces = new HashMap<>();

  private NaiveFailures(NaiveChecker network, int length) {
    this.network = network;
    this.cores = network.fairCores(network::isSound, s -> seen(s.label()).isPresent());
    State initial = network.semantics().initial();
    traces.put(List.of(), network.isSound(initial) ? silently(Set.of(initial)) : Set.of());
    enumerate(length);
  }

  /// Returns all histories of at most so many events, or nothing if there are more than `most` states.
  static Optional<NaiveFailures> of(Network network, Timers timers, int most, int length) {
    return NaiveChecker.explored(network, timers, most).map(n -> new NaiveFailures(n, length));
  }

  private void enumerate(int length) {
    var open = new ArrayDeque<List<String>>();
    open.add(List.of());
    while (!open.isEmpty()) {
      List<String> trace = open.poll();
      if (trace.size() < length) {
        for (String event : next(trace)) {
          var longer = new ArrayList<>(trace);
          longer.add(event);
          traces.put(List.copyOf(longer), after(trace, event));
          open.add(List.copyOf(longer));
        }
      }
    }
  }

  /// Reports whether all that this network shows, within the length, is allowed by `specification`.
  boolean refines(NaiveFailures specification, Comparison comparison) {
    return traces.keySet().stream().allMatch(t -> isAllowed(t, specification, comparison));
  }

  private boolean isAllowed(List<String> trace, NaiveFailures specification, Comparison comparison) {
    boolean loose = comparison == Comparison.DIVERGENCES && specification.mayDiverge(trace);
    if (loose || comparison == Comparison.DIVERGENCES && specification.divergedBefore(trace)) {
      return true;
    }
    if (!specification.traces.containsKey(trace)) {
      return false;
    }
    if (comparison == Comparison.DIVERGENCES && mayDiverge(trace)) {
      return false;
    }
    return comparison == Comparison.TRACES || acceptances(trace).stream()
        .allMatch(ours -> specification.acceptances(trace).stream().anyMatch(ours::containsAll));
  }

  /// Reports whether no history, within the length, can both be continued by an event and refuse it, or diverge.
  boolean isDeterministic(int length) {
    return traces.keySet().stream().filter(t -> t.size() < length).allMatch(t -> !mayDiverge(t)
        && acceptances(t).stream().allMatch(a -> a.containsAll(next(t))));
  }

  private boolean mayDiverge(List<String> trace) {
    return traces.getOrDefault(trace, Set.of()).stream().anyMatch(cores::contains);
  }

  private boolean divergedBefore(List<String> trace) {
    for (int i = 0; i < trace.size(); i++) {
      if (mayDiverge(trace.subList(0, i))) {
        return true;
      }
    }
    return false;
  }

  private Set<String> next(List<String> trace) {
    var next = new TreeSet<String>();
    for (State state : traces.get(trace)) {
      network.steps(state).stream().filter(s -> network.isSound(s.target()))
          .flatMap(s -> seen(s.label()).stream()).forEach(next::add);
      next.addAll(ends(state));
    }
    trace.stream().filter(e -> e.startsWith("end")).forEach(next::remove);
    return next;
  }

  private Set<State> after(List<String> trace, String event) {
    var after = new HashSet<State>();
    for (State state : traces.get(trace)) {
      network.steps(state).stream().filter(s -> seen(s.label()).equals(Optional.of(event)))
          .forEach(s -> after.add(s.target()));
      if (ends(state).contains(event)) {
        after.add(state);
      }
    }
    after.removeIf(s -> !network.isSound(s));
    return silently(after);
  }

  private Set<State> silently(Set<State> from) {
    var all = new HashSet<>(from);
    boolean changed = true;
    while (changed) {
      changed = all.addAll(all.stream().flatMap(s -> network.steps(s).stream())
          .filter(s -> seen(s.label()).isEmpty()).map(Step::target).filter(network::isSound)
          .collect(Collectors.toSet()));
    }
    return all;
  }

  /// What is accepted in each state after `trace` in which nothing moves but the environment.
  private Set<Set<String>> acceptances(List<String> trace) {
    var all = new HashSet<Set<String>>();
    for (State state : traces.get(trace)) {
      var accepted = new HashSet<>(ends(state));
      trace.forEach(accepted::remove);
      boolean still = true;
      for (Step step : network.steps(state)) {
        still &= !moves(step.label());
        seen(step.label()).ifPresent(accepted::add);
        if (walks(step.label())) {
          network.steps(step.target()).stream().map(Step::label).filter(l -> isAwaited(l))
              .filter(l -> !isPossible(state, l)).flatMap(l -> seen(l).stream()).forEach(accepted::add);
        }
      }
      if (still) {
        all.add(accepted);
      }
    }
    return all;
  }

  private boolean isPossible(State state, Label label) {
    return network.steps(state).stream().anyMatch(s -> s.label().equals(label));
  }

  /// The environment's way to where it can be seen: it walks there with what it offers.
  private static boolean walks(Label label) {
    return label instanceof Label.ArrivesAtTray || label instanceof Label.ArrivesAtConnection;
  }

  /// Something happens whatever the environment is offered: an internal step, or it stands there already.
  private boolean moves(Label label) {
    return isAwaited(label) || seen(label).isEmpty() && !walks(label);
  }

  private boolean isAwaited(Label label) {
    Network graph = network.semantics().network();
    return switch (label) {
      case Label.HandOver(int line, var writer, _, _) -> writer.isEmpty() && graph.lines().get(line).watched();
      case Label.Called(int id, _) -> graph.connections().get(id).client().isEmpty()
          && graph.connections().get(id).watched();
      default -> false;
    };
  }

  private Optional<String> seen(Label label) {
    Network graph = network.semantics().network();
    return switch (label) {
      case Label.HandOver(int line, var writer, var reader, var value) -> Optional.of("line" + line + "=" + value)
          .filter(_ -> writer.isEmpty() || reader.isEmpty());
      case Label.Post(int line, var writer, var value, _) -> Optional.of("line" + line + "=" + value)
          .filter(_ -> writer.isEmpty());
      case Label.Collect(int line, var reader, var value) -> Optional.of("line" + line + "=" + value)
          .filter(_ -> reader.isEmpty());
      case Label.Called(int id, var value) -> Optional.of("call" + id + "=" + value)
          .filter(_ -> graph.connections().get(id).exposure().isPresent());
      case Label.Replied(int id, var value) -> Optional.of("reply" + id + "=" + value)
          .filter(_ -> graph.connections().get(id).exposure().isPresent());
      case Label.ClosesTray(int line) -> Optional.of("close" + line);
      case Label.ClosesConnection(int id) -> Optional.of("hang up" + id);
      default -> Optional.empty();
    };
  }

  private Set<String> ends(State state) {
    return network.semantics().network().lines().stream().filter(Line::isOutTray)
        .filter(l -> network.semantics().isFinished(state, l.id())).map(l -> "end" + l.id())
        .collect(Collectors.toSet());
  }
}
