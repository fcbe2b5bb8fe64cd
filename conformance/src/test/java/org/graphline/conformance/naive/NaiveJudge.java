package org.graphline.conformance.naive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.graphline.conformance.naive.NaiveSpace.Edge;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Step.Fairness;
import org.graphline.model.semantics.Timers;

/// Says whether a property is true of a state space, by its definition.
public final class NaiveJudge {
  private static final int MOST_ALLOWED = 100_000;

  private final NaiveSpace space;
  private final Semantics semantics;
  private final NaiveEvents events;
  private final NaiveConditions conditions;
  private final NaiveStuckGroups stuck;
  private final Map<Property, Boolean> verdicts = new IdentityHashMap<>();
  private Map<Integer, List<Integer>> stuckGroups;

  public NaiveJudge(NaiveSpace space) {
    this.space = space;
    this.semantics = space.semantics();
    this.events = new NaiveEvents(semantics.network());
    this.conditions = new NaiveConditions(semantics);
    this.stuck = new NaiveStuckGroups(semantics);
  }

  /// Reports whether the property holds.
  public boolean holds(Property property) {
    return verdicts.computeIfAbsent(property, this::decide);
  }

  private boolean decide(Property property) {
    return switch (property) {
      case Property.DeadlockFree _ -> none(s -> isDeadlock(s) || stuckGroups().containsKey(s));
      case Property.ErrorFree _ -> none(this::isError);
      case Property.LivelockFree(var progress) ->
          new NaiveFairCycles(space, step -> events.matches(progress, step), all()).states().isEmpty();
      case Property.Terminates _ -> comesToAnEnd(all());
      case Property.ShutsDown _ -> comesToAnEnd(where(s -> !isError(s) && semantics.traysClosed(space.state(s))));
      case Property.Always(var claims) ->
          none(s -> !isError(s) && claims.stream().anyMatch(c -> !conditions.holds(c, space.state(s))));
      case Property.Never(var claims) ->
          none(s -> !isError(s) && claims.stream().anyMatch(c -> conditions.holds(c, space.state(s))));
      case Property.LeadsTo(var cause, var effect) -> leadsTo(cause, effect);
      case Property.Can(var word) -> canBeSeen(word, _ -> true);
      case Property.Cannot(var word, var next) -> !canBeSeen(word,
          s -> next == Property.Cannot.Next.ANYTHING || isDeadlock(s) || stuckGroups().containsKey(s));
      case Property.Refines(var comparison, _, var specification) -> NaiveComparison.refines(space,
          NaiveSpace.of(Semantics.of(specification, Timers.ANY), MOST_ALLOWED).orElseThrow(), comparison);
      case Property.Deterministic _ -> NaiveComparison.isDeterministic(space);
    };
  }

  /// Returns how many counted steps the shortest way to a deadlock or stuck group has; -1 if there is none.
  public int shortestDeadlock() {
    return shortest(s -> isDeadlock(s) || stuckGroups().containsKey(s));
  }

  /// Returns how many counted steps the shortest way to an error state has; -1 if there is none.
  public int shortestError() {
    return shortest(this::isError);
  }

  /// Reports whether the state is a deadlock: nothing can happen, someone is busy.
  public boolean isDeadlock(int state) {
    if (!space.from(state).isEmpty() || isError(state) || semantics.isOver(space.state(state))) {
      return false;
    }
    for (int i = 0; i < semantics.network().instances().size(); i++) {
      if (!semantics.isGone(space.state(state), i) && !semantics.rests(space.state(state), i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isError(int state) {
    return semantics.fault(space.state(state)).isPresent();
  }

  private boolean none(IntPredicate bad) {
    for (int s = 0; s < space.size(); s++) {
      if (bad.test(s)) {
        return false;
      }
    }
    return true;
  }

  private Set<Integer> all() {
    return where(_ -> true);
  }

  private Set<Integer> where(IntPredicate which) {
    var found = new HashSet<Integer>();
    for (int s = 0; s < space.size(); s++) {
      if (which.test(s)) {
        found.add(s);
      }
    }
    return found;
  }

  /// Every fair run through these states comes to be over, or to an error state.
  private boolean comesToAnEnd(Set<Integer> states) {
    for (int s : states) {
      if (space.from(s).isEmpty() && !isError(s) && !semantics.isOver(space.state(s))) {
        return false;
      }
    }
    return new NaiveFairCycles(space, _ -> false, states).states().isEmpty();
  }

  /// From no target of a cause can a run end, pause for ever or go round fairly without an effect.
  private boolean leadsTo(EventSet cause, EventSet effect) {
    Predicate<Label> isEffect = label -> events.matches(effect, label);
    var pending = new HashSet<Integer>();
    var queue = new ArrayDeque<Integer>();
    for (int s = 0; s < space.size(); s++) {
      for (Edge edge : space.from(s)) {
        if (events.matches(cause, edge.step().label()) && !isEffect.test(edge.step().label())
            && pending.add(edge.target())) {
          queue.add(edge.target());
        }
      }
    }
    while (!queue.isEmpty()) {
      for (Edge edge : space.from(queue.remove())) {
        if (!isEffect.test(edge.step().label()) && pending.add(edge.target())) {
          queue.add(edge.target());
        }
      }
    }
    for (int s : pending) {
      if (!isError(s) && space.from(s).stream().allMatch(e -> e.step().fairness() == Fairness.FREE)) {
        return false;
      }
    }
    return new NaiveFairCycles(space, isEffect, pending).states().isEmpty();
  }

  private boolean canBeSeen(List<EventSet> word, IntPredicate end) {
    record At(int state, int seen) {}
    var found = new HashSet<At>();
    var queue = new ArrayDeque<At>();
    found.add(new At(0, 0));
    queue.add(new At(0, 0));
    while (!queue.isEmpty()) {
      At at = queue.remove();
      boolean all = at.seen() == word.size();
      if (all && end.test(at.state())) {
        return true;
      }
      for (Edge edge : space.from(at.state())) {
        Label label = edge.step().label();
        boolean named = word.stream().anyMatch(e -> events.names(e, label));
        boolean expected = !all && events.matches(word.get(at.seen()), label);
        if ((!named || expected) && !isError(edge.target())) {
          At next = new At(edge.target(), at.seen() + (expected ? 1 : 0));
          if (found.add(next)) {
            queue.add(next);
          }
        }
      }
    }
    return false;
  }

  private int shortest(IntPredicate goal) {
    Map<Integer, Integer> distance = new HashMap<>();
    var queue = new ArrayDeque<Integer>();
    var done = new HashSet<Integer>();
    distance.put(0, 0);
    queue.add(0);
    while (!queue.isEmpty()) {
      int s = queue.removeFirst();
      if (!done.add(s)) {
        continue;
      }
      if (goal.test(s)) {
        return distance.get(s);
      }
      for (Edge edge : space.from(s)) {
        int cost = edge.step().label().isCounted() ? 1 : 0;
        int through = distance.get(s) + cost;
        if (through < distance.getOrDefault(edge.target(), Integer.MAX_VALUE)) {
          distance.put(edge.target(), through);
          if (cost == 0) {
            queue.addFirst(edge.target());
          } else {
            queue.addLast(edge.target());
          }
        }
      }
    }
    return -1;
  }

  /// Returns the states with a stuck group, with its members.
  public Map<Integer, List<Integer>> stuckGroups() {
    if (stuckGroups == null) {
      stuckGroups = new HashMap<>();
      for (int s = 0; s < space.size(); s++) {
        var members = stuck.at(space.state(s), space.from(s));
        if (!members.isEmpty()) {
          stuckGroups.put(s, new ArrayList<>(members));
        }
      }
    }
    return stuckGroups;
  }
}
