package org.graphline.checker.story;

import java.util.List;
import java.util.stream.Stream;
import org.graphline.checker.engine.Judgement.Closure;
import org.graphline.checker.engine.Judgement.Evidence;
import org.graphline.model.property.Condition;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Wait;

/// What some evidence shows, so that another run can be asked whether it shows the same: the same group stuck
/// at the same places, the same error at the same place, the same values, a loop that is as fair.
final class SameFinding {
  private final Semantics semantics;
  private final Replay replay;
  private final Events events;
  private final Property property;
  private final State end;
  private final List<?> signature;
  private final boolean fairLoop;

  SameFinding(Semantics semantics, Replay replay, Events events, Property property, Evidence evidence) {
    this.semantics = semantics;
    this.replay = replay;
    this.events = events;
    this.property = property;
    this.end = end(evidence);
    this.signature = signature(evidence, end);
    this.fairLoop = evidence.closure() == Closure.FAIR_LOOP && isFair(evidence);
  }

  /// Reports whether every state of the loop can be asked whether the loop is fair there. Where a reduction
  /// or a larger set of states says so, the states of the loop must stay as they are.
  boolean hasFairLoop() {
    return fairLoop;
  }

  /// Reports whether a run of the network shows the same.
  boolean isShownBy(Evidence other) {
    State last = end(other);
    if (!other.loop().isEmpty() && (!other.loop().getLast().target().equals(last)
        || !(fairLoop ? isFair(other) : last.equals(end)))) {
      return false;
    }
    return replay.refutes(property, other, last) && signature(other, last).equals(signature);
  }

  private boolean isFair(Evidence evidence) {
    return new LoopFairness(semantics, end(evidence), evidence.loop()).isFair();
  }

  private State end(Evidence evidence) {
    return evidence.stem().isEmpty() ? semantics.initial() : evidence.stem().getLast().target();
  }

  private List<?> signature(Evidence evidence, State state) {
    return switch (property) {
      case Property.DeadlockFree _, Property.Cannot _ -> positions(state, evidence.group());
      case Property.ErrorFree _ -> semantics.fault(state).stream().toList();
      case Property.Always(var conditions) -> values(conditions, state);
      case Property.Never(var conditions) -> values(conditions, state);
      case Property.Terminates _, Property.ShutsDown _, Property.LeadsTo _ ->
          evidence.loop().isEmpty() ? remains(state) : List.of();
      case Property.Can(var wanted) -> List.of(events.told(evidence.stem(), wanted));
      case Property.LivelockFree _, Property.Refines _, Property.Deterministic _ -> List.of();
    };
  }

  private List<?> positions(State state, List<Integer> group) {
    return semantics.waits(state).stream().filter(w -> group.contains(w.instance()))
        .map(SameFinding::position)
        .toList();
  }

  private static List<Integer> position(Wait wait) {
    return List.of(wait.instance(), wait.thread(), wait.node());
  }

  private List<?> values(List<Condition> conditions, State state) {
    return conditions.stream().flatMap(c -> Stream.<Object>concat(
        c.observed().stream().map(o -> semantics.variable(state, o.instance(), o.inspect().variable().id())),
        c.lines().stream().map(l -> semantics.letters(state, l.line())))).toList();
  }

  /// Who is busy where, and which lines have letters left.
  private List<?> remains(State state) {
    return Stream.concat(
        semantics.waits(state).stream().filter(w -> !semantics.rests(state, w.instance()))
            .map(SameFinding::position),
        semantics.undelivered(state).stream()).toList();
  }
}
