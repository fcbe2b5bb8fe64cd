package org.graphline.checker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.graphline.checker.space.Letters;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.model.network.Network;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Timers;
import org.graphline.model.semantics.Wait;

/// A second checker that follows the definitions with plain sets and no cleverness, to hold the engines against. For
/// small networks only.
public final class NaiveChecker {
  private final Semantics semantics;
  private final NetworkStateSpace space;
  private final Map<State, List<Step>> steps = new LinkedHashMap<>();

  private NaiveChecker(Network network, Timers timers) {
    this.semantics = Semantics.of(network, timers);
    this.space = new NetworkStateSpace(semantics);
  }

  /// Whether a property holds and, where single states or finite runs decide it, the counted steps of a shortest
  /// story.
  public record Answer(boolean holds, OptionalInt shortest) {}

  /// Returns one answer a property, or nothing if there are more than `most` states.
  public static Optional<Map<Property, Answer>> check(Network network, List<Property> properties, Timers timers,
      int most) {
    var checker = new NaiveChecker(network, timers);
    if (!checker.explore(most)) {
      return Optional.empty();
    }
    return Optional.of(properties.stream().distinct().collect(Collectors.toMap(p -> p, checker::answer)));
  }

  /// Returns the explored network, or nothing if there are more than `most` states.
  static Optional<NaiveChecker> explored(Network network, Timers timers, int most) {
    var checker = new NaiveChecker(network, timers);
    return checker.explore(most) ? Optional.of(checker) : Optional.empty();
  }

  Semantics semantics() {
    return semantics;
  }

  List<Step> steps(State state) {
    return steps.get(state);
  }

  private boolean explore(int most) {
    var open = new ArrayDeque<State>();
    open.add(semantics.initial());
    while (!open.isEmpty()) {
      State state = open.poll();
      if (!steps.containsKey(state)) {
        steps.put(state, semantics.steps(state));
        steps.get(state).forEach(s -> open.add(s.target()));
        if (steps.size() > most) {
          return false;
        }
      }
    }
    return true;
  }

  private Answer answer(Property property) {
    return switch (property) {
      case Property.DeadlockFree _ -> unreachable(this::isStuck);
      case Property.ErrorFree _ -> unreachable(s -> semantics.fault(s).isPresent());
      case Property.Always(var conditions) ->
          unreachable(s -> isSound(s) && !conditions.stream().allMatch(c -> space.holds(c, s)));
      case Property.Never(var conditions) ->
          unreachable(s -> isSound(s) && conditions.stream().anyMatch(c -> space.holds(c, s)));
      case Property.LivelockFree(var progress) -> impossible(fairCores(this::isSound, s -> isIn(s, progress)));
      case Property.Terminates _ -> always(s -> true);
      case Property.ShutsDown _ -> always(semantics::traysClosed);
      case Property.LeadsTo(var cause, var effect) -> leadsTo(cause, effect);
      case Property.Can(var events) -> new Answer(told(events).isPresent(), OptionalInt.empty());
      case Property.Cannot(var events, var next) -> {
        OptionalInt found = told(events, s -> next == Property.Cannot.Next.ANYTHING || isStuck(s));
        yield new Answer(found.isEmpty(), found);
      }
      case Property.Refines _, Property.Deterministic _ ->
          throw new AssertionError("see NaiveFailures: " + property);
    };
  }

  boolean isSound(State state) {
    return semantics.fault(state).isEmpty();
  }

  private Answer unreachable(Predicate<State> bad) {
    Map<State, Integer> distances = distances();
    OptionalInt nearest = distances.keySet().stream().filter(bad).mapToInt(distances::get).min();
    return new Answer(nearest.isEmpty(), nearest);
  }

  private static Answer impossible(Set<State> states) {
    return new Answer(states.isEmpty(), OptionalInt.empty());
  }

  /// From every state with `from`, every fair run reaches an end that is over.
  private Answer always(Predicate<State> from) {
    Predicate<State> looked = s -> isSound(s) && from.test(s);
    boolean badEnd = steps.keySet().stream().anyMatch(s -> looked.test(s) && isEnd(s) && !semantics.isOver(s));
    return new Answer(!badEnd && fairCores(looked, _ -> false).isEmpty(), OptionalInt.empty());
  }

  private boolean isEnd(State state) {
    return steps.get(state).stream().allMatch(s -> s.fairness() == Step.Fairness.FREE);
  }

  private Map<State, Integer> distances() {
    Map<State, Integer> distances = new HashMap<>();
    distances.put(semantics.initial(), 0);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (State state : steps.keySet()) {
        for (Step step : distances.containsKey(state) ? steps.get(state) : List.<Step>of()) {
          int distance = distances.get(state) + (step.label().isCounted() ? 1 : 0);
          if (distance < distances.getOrDefault(step.target(), Integer.MAX_VALUE)) {
            distances.put(step.target(), distance);
            changed = true;
          }
        }
      }
    }
    return distances;
  }

  /// A deadlock, or some set of instances that rule R6 calls stuck.
  private boolean isStuck(State state) {
    if (semantics.isOver(state) || !isSound(state)) {
      return false;
    }
    List<Wait> waits = semantics.waits(state);
    List<Integer> waiting = waits.stream().map(Wait::instance).distinct().toList();
    boolean anyBusy = waiting.stream().anyMatch(i -> !semantics.rests(state, i));
    if (steps.get(state).isEmpty()) {
      return anyBusy;
    }
    Set<Integer> moving = steps.get(state).stream().flatMap(s -> s.actors().stream()).map(Step.Actor::instance)
        .collect(Collectors.toSet());
    for (int subset = 1; subset < 1 << waiting.size(); subset++) {
      Set<Integer> group = new HashSet<>();
      for (int i = 0; i < waiting.size(); i++) {
        if ((subset >> i & 1) != 0) {
          group.add(waiting.get(i));
        }
      }
      if (group.stream().noneMatch(moving::contains) && group.stream().anyMatch(i -> !semantics.rests(state, i))
          && waits.stream().filter(w -> group.contains(w.instance())).flatMap(w -> w.needs().stream())
              .allMatch(n -> isHopeless(n, group))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHopeless(Wait.Need need, Set<Integer> group) {
    if (need.environment() || need.byItself()) {
      return false;
    }
    return switch (need.quantifier()) {
      case ANY -> group.containsAll(need.partners());
      case ALL -> need.partners().stream().anyMatch(group::contains);
    };
  }

  /// The states that some fair run within `within`, without progress, can visit for ever.
  Set<State> fairCores(Predicate<State> within, Predicate<Step> progress) {
    Set<State> left = steps.keySet().stream().filter(within).collect(Collectors.toSet());
    while (true) {
      Map<State, Set<State>> reach = new HashMap<>();
      for (State state : left) {
        reach.put(state, reachable(state, left, progress));
      }
      Set<State> dropped = left.stream().filter(s -> !canStay(s, reach, progress)).collect(Collectors.toSet());
      if (dropped.isEmpty()) {
        return left;
      }
      left.removeAll(dropped);
    }
  }

  private Set<State> reachable(State from, Set<State> within, Predicate<Step> progress) {
    Set<State> seen = new HashSet<>();
    var open = new ArrayDeque<State>(List.of(from));
    while (!open.isEmpty()) {
      for (Step step : steps.get(open.poll())) {
        if (!progress.test(step) && within.contains(step.target()) && seen.add(step.target())) {
          open.add(step.target());
        }
      }
    }
    return seen;
  }

  private boolean canStay(State state, Map<State, Set<State>> reach, Predicate<Step> progress) {
    Predicate<Step> stays = s -> !progress.test(s) && reach.containsKey(s.target())
        && reach.get(s.target()).contains(state) || !progress.test(s) && s.target().equals(state);
    Map<Integer, List<Step>> groups = new HashMap<>();
    for (Step step : steps.get(state)) {
      switch (step.fairness()) {
        case FAIR -> {
          if (!stays.test(step)) {
            return false;
          }
        }
        case DEMONIC -> groups.computeIfAbsent(step.group(), _ -> new ArrayList<>()).add(step);
        case FREE -> { }
      }
    }
    return groups.values().stream().allMatch(g -> g.stream().anyMatch(stays))
        && steps.get(state).stream().anyMatch(stays);
  }

  private boolean isAt(Step step, EventSet set) {
    return set.patterns().stream().anyMatch(p -> space.matches(p, step.label()));
  }

  private boolean isIn(Step step, EventSet set) {
    return isAt(step, set) && (set.value().isEmpty() || set.value().equals(Letters.of(step.label())));
  }

  private record Pending(State state, boolean pending) {}

  private Answer leadsTo(EventSet cause, EventSet effect) {
    Set<State> cores = fairCores(this::isSound, s -> isIn(s, effect));
    Set<Pending> seen = new HashSet<>();
    var open = new ArrayDeque<Pending>(List.of(new Pending(semantics.initial(), false)));
    while (!open.isEmpty()) {
      Pending at = open.poll();
      if (!isSound(at.state()) || !seen.add(at)) {
        continue;
      }
      if (at.pending() && (cores.contains(at.state()) || isEnd(at.state()))) {
        return new Answer(false, OptionalInt.empty());
      }
      for (Step step : steps.get(at.state())) {
        open.add(new Pending(step.target(), !isIn(step, effect) && (at.pending() || isIn(step, cause))));
      }
    }
    return new Answer(true, OptionalInt.empty());
  }

  private record Told(State state, int events) {}

  private OptionalInt told(List<EventSet> events) {
    return told(events, _ -> true);
  }

  private OptionalInt told(List<EventSet> events, Predicate<State> end) {
    Map<Told, Integer> distances = new HashMap<>();
    distances.put(new Told(semantics.initial(), 0), 0);
    boolean changed = isSound(semantics.initial());
    while (changed) {
      changed = false;
      for (Map.Entry<Told, Integer> at : List.copyOf(distances.entrySet())) {
        for (Step step : steps.get(at.getKey().state())) {
          int told = at.getKey().events();
          if (events.stream().anyMatch(e -> isAt(step, e))) {
            told = told < events.size() && isIn(step, events.get(told)) ? told + 1 : -1;
          }
          var next = new Told(step.target(), told);
          int distance = at.getValue() + (step.label().isCounted() ? 1 : 0);
          if (told >= 0 && isSound(step.target()) && distance < distances.getOrDefault(next, Integer.MAX_VALUE)) {
            distances.put(next, distance);
            changed = true;
          }
        }
      }
    }
    return distances.keySet().stream()
        .filter(t -> t.events() == events.size() && isSound(t.state()) && end.test(t.state()))
        .mapToInt(distances::get).min();
  }
}
