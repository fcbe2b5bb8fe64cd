package org.graphline.testing.schedule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Timers;
import org.graphline.runtime.Event;

/// Walks the model along what a running network does: after each event it knows all states the model could be in.
///
/// What the runtime does not record the model may do at any time: arrivals, a call of Java that does not fail, and what
/// a contract leaves to a component written in Java.
final class Follower {
  private final Semantics semantics;
  private final Matching matching;
  private Set<State> states;

  Follower(Network network) {
    this.semantics = Semantics.of(network, Timers.ANY);
    this.matching = new Matching(network);
    this.states = closure(Set.of(semantics.initial()));
  }

  private Follower(Semantics semantics, Matching matching) {
    this.semantics = semantics;
    this.matching = matching;
    this.states = closure(Set.of(semantics.initial()));
  }

  /// Returns one that is at the start of the same network.
  Follower afresh() {
    return new Follower(semantics, matching);
  }

  Semantics semantics() {
    return semantics;
  }

  Network network() {
    return semantics.network();
  }

  /// Goes along with `event`. Returns false, and stays where it is, if the model cannot.
  boolean follows(Event event) {
    if (Matching.isSilent(event)) {
      return true;
    }
    Set<State> next = new LinkedHashSet<>();
    for (State state : states) {
      for (Step step : semantics.steps(state)) {
        if (matching.matches(step.label(), event)) {
          next.add(step.target());
        }
      }
    }
    if (next.isEmpty()) {
      return false;
    }
    states = closure(next);
    return true;
  }

  boolean matches(Label label, Event event) {
    return matching.matches(label, event);
  }

  /// Returns the steps that are possible and seen, each label once.
  List<Step> possible() {
    var labels = new LinkedHashSet<Label>();
    var steps = new ArrayList<Step>();
    for (State state : states) {
      for (Step step : semantics.steps(state)) {
        if (!isHidden(step) && labels.add(step.label())) {
          steps.add(step);
        }
      }
    }
    return steps;
  }

  /// Reports whether a step is possible wherever the model may be, once it has done what is not seen.
  ///
  /// @param key what the step is like; see [Labels#key(Label)]
  boolean isPromised(Object key) {
    return states.stream().filter(s -> semantics.steps(s).stream().noneMatch(this::isHidden))
        .allMatch(s -> semantics.steps(s).stream().anyMatch(step -> Labels.key(step.label()).equals(key)))
        && states.stream().anyMatch(s -> semantics.steps(s).stream().noneMatch(this::isHidden));
  }

  /// Reports whether the model is where nothing is looked at any more: in an error state, or over.
  boolean isDone() {
    return fault().isPresent() || states.stream().allMatch(semantics::isOver);
  }

  /// Returns what Java may answer to an instance now.
  Stream<Label> labels() {
    return states.stream().flatMap(s -> semantics.steps(s).stream()).map(Step::label).distinct();
  }

  /// Returns the reason if the model may be in an error state.
  Optional<String> fault() {
    return states.stream().flatMap(s -> semantics.fault(s).stream()).map(f -> f.fault().message()).findFirst();
  }

  private Set<State> closure(Set<State> from) {
    var all = new LinkedHashSet<>(from);
    var open = new ArrayList<>(from);
    while (!open.isEmpty()) {
      for (Step step : semantics.steps(open.removeLast())) {
        if (isHidden(step) && all.add(step.target())) {
          open.add(step.target());
        }
      }
    }
    return all;
  }

  /// Reports whether nothing is recorded of a step.
  boolean isHidden(Step step) {
    return switch (step.label()) {
      case Label.Arrives _, Label.ArrivesAtTray _, Label.ArrivesAtConnection _ -> true;
      case Label.MayFail(_, _, boolean fails) -> !fails;
      case Label.Choice(int instance, _) -> isJava(instance);
      case Label.Result(int instance, _, _) -> isJava(instance);
      case Label.TimesOut(int instance) -> isJava(instance);
      case Label.Otherwise(int instance) -> isJava(instance);
      case Label.Mark(int instance, _) -> isJava(instance);
      case Label.HandOver _, Label.Post _, Label.Collect _, Label.EndSeen _, Label.Refused _, Label.Unheard _,
          Label.Sync _, Label.Called _, Label.Replied _, Label.ReplyDropped _, Label.ClosesTray _,
          Label.ClosesConnection _, Label.ClosingTime _ -> false;
    };
  }

  private boolean isJava(int instance) {
    return switch (network().instances().get(instance).behavior().component().origin()) {
      case NATIVE, NATIVE_WITHOUT_CONTRACT -> true;
      case WRITTEN, BUILT_IN -> false;
    };
  }
}
