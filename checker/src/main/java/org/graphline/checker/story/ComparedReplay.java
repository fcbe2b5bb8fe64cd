package org.graphline.checker.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphline.checker.refinement.Difference;
import org.graphline.checker.refinement.Event;
import org.graphline.checker.refinement.Outside;
import org.graphline.checker.refinement.Refutation;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;

/// Follows a difference through network and specification by `Semantics` alone, state by state and without
/// normal form or reduction.
public final class ComparedReplay {
  private final Semantics network;
  private final Optional<Semantics> specification;
  private final Runnable look;

  /// @param specification what the network is held against; empty if that is itself
  public ComparedReplay(Semantics network, Optional<Semantics> specification) {
    this(network, specification, () -> { });
  }

  /// The same.
  ///
  /// @param look called for each state that is looked at; what it throws ends the replay
  public ComparedReplay(Semantics network, Optional<Semantics> specification, Runnable look) {
    this.look = look;
    this.network = network;
    this.specification = specification;
  }

  /// Returns the state in which the stem ends.
  ///
  /// @throws AssertionError if the network cannot do what is told, or that is no difference
  public State confirm(Refutation refutation) {
    List<Step> stem = refutation.evidence().stem();
    Difference difference = refutation.difference();
    List<State> states = new Replay(network).states(network.initial(), stem);
    State end = states.getLast();
    require(shows(refutation), "the run shows something else", difference);
    require(isDifference(refutation, end), "there is no difference", difference);
    return end;
  }

  /// Reports whether the stem, a run of the network, shows the events of the difference and no others.
  boolean shows(Refutation refutation) {
    List<Step> stem = refutation.evidence().stem();
    var shown = new ArrayList<>(refutation.difference().trace());
    refutation.difference().last().ifPresent(shown::add);
    return shows(new Replay(network).states(network.initial(), stem), stem, shown);
  }

  private boolean isDifference(Refutation refutation, State end) {
    Set<State> allowed = specification.map(s -> after(s, refutation.difference().trace())).orElse(Set.of());
    return switch (refutation.difference()) {
      case Difference.Excess(_, var event, _) -> after(specification.orElseThrow(), allowed, event).isEmpty();
      case Difference.Refusal(var trace, _, _) -> {
        Set<Event> accepted = accepted(network, end, trace).orElseThrow();
        yield allowed.stream().flatMap(s -> accepted(specification.orElseThrow(), s, trace).stream())
            .noneMatch(accepted::containsAll);
      }
      case Difference.Silence _ -> !refutation.evidence().loop().isEmpty()
          && new Replay(network).states(end, refutation.evidence().loop()).getLast().equals(end)
          && refutation.evidence().loop().stream().allMatch(s
          -> new Outside(network).event(s.label()).isEmpty());
      case Difference.Ambiguity(var trace, _, var event, var other) -> {
        var longer = new ArrayList<>(trace);
        longer.add(event);
        yield shows(new Replay(network).states(network.initial(), other), other, longer)
            && !accepted(network, end, trace).orElseThrow().contains(event);
      }
    };
  }

  /// Reports whether a run shows these events and no others. An end is seen as soon as it can be.
  private boolean shows(List<State> states, List<Step> steps, List<Event> events) {
    var outside = new Outside(network);
    int next = 0;
    for (int i = 0; i < states.size(); i++) {
      while (next < events.size() && outside.ends(states.get(i)).contains(events.get(next))) {
        next++;
      }
      Optional<Event> event = i < steps.size() ? outside.event(steps.get(i).label()) : Optional.empty();
      if (event.isPresent()) {
        if (next == events.size() || !events.get(next).equals(event.get())) {
          return false;
        }
        next++;
      }
    }
    return next == events.size();
  }

  /// What a stable state accepts after `trace`, ends that have not been seen included.
  private static Optional<Set<Event>> accepted(Semantics semantics, State state, List<Event> trace) {
    var outside = new Outside(semantics);
    return outside.accepted(semantics.steps(state), semantics::steps).map(events -> {
      var all = new HashSet<>(events);
      all.addAll(outside.ends(state));
      trace.stream().filter(e -> e.kind() == Event.Kind.END).forEach(all::remove);
      return all;
    });
  }

  private Set<State> after(Semantics semantics, List<Event> trace) {
    State initial = semantics.initial();
    Set<State> states = semantics.fault(initial).isEmpty() ? silently(semantics, Set.of(initial)) : Set.of();
    for (Event event : trace) {
      states = after(semantics, states, event);
    }
    return states;
  }

  private Set<State> after(Semantics semantics, Set<State> states, Event event) {
    var outside = new Outside(semantics);
    var next = new LinkedHashSet<State>();
    for (State state : states) {
      look.run();
      if (outside.ends(state).contains(event)) {
        next.add(state);
      }
      semantics.steps(state).stream().filter(s -> outside.event(s.label()).equals(Optional.of(event)))
          .filter(s -> semantics.fault(s.target()).isEmpty()).forEach(s -> next.add(s.target()));
    }
    return silently(semantics, next);
  }

  private Set<State> silently(Semantics semantics, Set<State> from) {
    var outside = new Outside(semantics);
    var seen = new LinkedHashSet<>(from);
    var open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      look.run();
      for (Step step : semantics.steps(open.poll())) {
        if (outside.event(step.label()).isEmpty() && semantics.fault(step.target()).isEmpty()
            && seen.add(step.target())) {
          open.add(step.target());
        }
      }
    }
    return seen;
  }

  private void require(boolean condition, String what, Difference difference) {
    if (!condition) {
      throw new AssertionError(network.network().display() + ": " + what + ": " + difference);
    }
  }
}
