package org.graphline.checker.story;

import java.util.ArrayList;
import java.util.List;
import org.graphline.checker.engine.Judgement.Evidence;
import org.graphline.checker.engine.StuckGroups;
import org.graphline.checker.space.Letters;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.checker.verdict.Finding;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;

/// Follows evidence step by step through `Semantics` alone, so that no mistake of an engine or a reduction is
/// shown to anybody.
public final class Replay {
  private final Semantics semantics;
  private final NetworkStateSpace space;

  public Replay(Semantics semantics) {
    this.semantics = semantics;
    this.space = new NetworkStateSpace(semantics);
  }

  /// Returns the state in which the stem ends.
  ///
  /// @throws AssertionError if the network cannot do what the evidence says, or that does not refute the
  /// property
  public State confirm(Property property, Evidence evidence) {
    State end = last(semantics.initial(), evidence.stem());
    State round = last(end, evidence.loop());
    require(round.equals(end), property, "the loop does not close");
    require(refutes(property, evidence, end), property, "the end does not refute it");
    return end;
  }

  /// Returns the states a story passes, the one it starts from first.
  public List<State> states(State start, List<Step> steps) {
    var states = new ArrayList<State>();
    states.add(start);
    State at = start;
    for (Step step : steps) {
      if (!semantics.steps(at).contains(step)) {
        throw new AssertionError(semantics.network().display() + ": replay stops at " + step.label());
      }
      at = step.target();
      states.add(at);
    }
    return states;
  }

  private State last(State start, List<Step> steps) {
    return states(start, steps).getLast();
  }

  private boolean refutes(Property property, Evidence evidence, State end) {
    boolean ends = evidence.loop().isEmpty();
    return switch (property) {
      case Property.DeadlockFree _ -> StuckGroups.find(space, end, semantics.steps(end)).equals(evidence.group());
      case Property.ErrorFree _ -> semantics.fault(end).isPresent();
      case Property.Always(var conditions) -> !conditions.stream().allMatch(c -> space.holds(c, end));
      case Property.Never(var conditions) -> conditions.stream().anyMatch(c -> space.holds(c, end));
      case Property.LivelockFree(var progress) -> !ends && evidence.loop().stream().noneMatch(s -> isIn(s, progress));
      case Property.Terminates _ -> !semantics.isOver(end) && (!ends || isEnd(end));
      case Property.ShutsDown _ ->
          semantics.traysClosed(end) && !semantics.isOver(end) && (!ends || isEnd(end));
      case Property.LeadsTo(var cause, var effect) ->
          isPending(evidence.stem(), cause, effect) && (ends ? isEnd(end)
              : evidence.loop().stream().noneMatch(s -> isIn(s, effect)));
      case Property.Can _ -> evidence.finding() == Finding.SCENARIO;
      case Property.Cannot(var events) -> tells(evidence.stem(), events);
    };
  }

  private boolean isEnd(State state) {
    return semantics.steps(state).stream().allMatch(s -> s.fairness() == Step.Fairness.FREE);
  }

  private boolean isPending(List<Step> stem, EventSet cause, EventSet effect) {
    boolean pending = false;
    for (Step step : stem) {
      pending = !isIn(step, effect) && (pending || isIn(step, cause));
    }
    return pending;
  }

  private boolean tells(List<Step> stem, List<EventSet> events) {
    int told = 0;
    for (Step step : stem) {
      if (told < events.size() && events.stream().anyMatch(e -> isAt(step, e))) {
        if (!isIn(step, events.get(told))) {
          return false;
        }
        told++;
      }
    }
    return told == events.size();
  }

  private boolean isAt(Step step, EventSet set) {
    return set.patterns().stream().anyMatch(p -> space.matches(p, step.label()));
  }

  private boolean isIn(Step step, EventSet set) {
    return isAt(step, set) && (set.value().isEmpty() || set.value().equals(Letters.of(step.label())));
  }

  private void require(boolean condition, Property property, String what) {
    if (!condition) {
      throw new AssertionError(semantics.network().display() + ": " + property + ": " + what);
    }
  }
}
