package org.graphline.checker.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graphline.checker.engine.Judgement.Evidence;
import org.graphline.checker.engine.StuckGroups;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.checker.verdict.Finding;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;

/// Follows evidence step by step through `Semantics` alone, so that no mistake of an engine or a reduction is
/// shown to anybody.
public final class Replay {
  private final Semantics semantics;
  private final NetworkStateSpace space;
  private final Events events;

  public Replay(Semantics semantics) {
    this.semantics = semantics;
    this.space = new NetworkStateSpace(semantics);
    this.events = new Events(space);
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
      take(at, step);
      at = step.target();
      states.add(at);
    }
    return states;
  }

  private void take(State from, Step step) {
    if (!semantics.steps(from, step.label()).contains(step)) {
      throw new AssertionError(semantics.network().display() + ": replay stops at " + step.label());
    }
  }

  private State last(State start, List<Step> steps) {
    State at = start;
    for (Step step : steps) {
      take(at, step);
      at = step.target();
    }
    return at;
  }

  /// Returns the steps from `start` that do what `wanted` did, one after the other; fewer where the network
  /// cannot go on so.
  List<Step> follow(State start, List<Step> wanted) {
    var followed = new ArrayList<Step>(wanted.size());
    State at = start;
    for (Step step : wanted) {
      Optional<Step> next = semantics.steps(at, step.label()).stream().filter(s -> doTheSame(s, step))
          .findFirst();
      if (next.isEmpty()) {
        return followed;
      }
      followed.add(next.get());
      at = next.get().target();
    }
    return followed;
  }

  /// Reports whether two steps, perhaps from different states, are the same move of the same threads.
  static boolean doTheSame(Step one, Step other) {
    return one.label().equals(other.label()) && one.actors().equals(other.actors());
  }

  /// Reports whether a run of the network whose stem ends in `end` shows that the property does not hold.
  boolean refutes(Property property, Evidence evidence, State end) {
    boolean ends = evidence.loop().isEmpty();
    return switch (property) {
      case Property.DeadlockFree _ -> isStuck(end, evidence.group());
      case Property.ErrorFree _ -> semantics.fault(end).isPresent();
      case Property.Always(var conditions) -> !conditions.stream().allMatch(c -> space.holds(c, end));
      case Property.Never(var conditions) -> conditions.stream().anyMatch(c -> space.holds(c, end));
      case Property.LivelockFree(var progress) ->
          !ends && evidence.loop().stream().noneMatch(s -> events.isIn(s, progress));
      case Property.Terminates _ -> !semantics.isOver(end) && (!ends || isEnd(end));
      case Property.ShutsDown _ ->
          semantics.traysClosed(end) && !semantics.isOver(end) && (!ends || isEnd(end));
      case Property.LeadsTo(var cause, var effect) ->
          events.isPending(evidence.stem(), cause, effect) && (ends ? isEnd(end)
              : evidence.loop().stream().noneMatch(s -> events.isIn(s, effect)));
      case Property.Can _ -> evidence.finding() == Finding.SCENARIO;
      case Property.Cannot(var unwanted, var next) -> switch (next) {
        case ANYTHING -> events.told(evidence.stem(), unwanted) == unwanted.size();
        case DEADLOCK -> events.isAllTold(evidence.stem(), unwanted) && isStuck(end, evidence.group());
      };
      case Property.Refines _, Property.Deterministic _ ->
          throw new AssertionError("replayed by ComparedReplay: " + property);
    };
  }

  private boolean isStuck(State end, List<Integer> group) {
    return !group.isEmpty() && StuckGroups.find(space, end, semantics.steps(end)).equals(group);
  }

  private boolean isEnd(State state) {
    return semantics.steps(state).stream().allMatch(s -> s.fairness() == Step.Fairness.FREE);
  }

  private void require(boolean condition, Property property, String what) {
    if (!condition) {
      throw new AssertionError(semantics.network().display() + ": " + property + ": " + what);
    }
  }
}
