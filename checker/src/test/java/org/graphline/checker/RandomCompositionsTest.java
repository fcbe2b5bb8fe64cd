package org.graphline.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.graphline.checker.RandomNetworks.Sample;
import org.graphline.checker.composition.Composed;
import org.graphline.checker.composition.RandomGroups;
import org.graphline.checker.engine.ProductView;
import org.graphline.checker.engine.StuckGroups;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.Products;
import org.graphline.checker.space.Letters;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Timers;
import org.junit.jupiter.api.Test;

/// Composition held against the definitions, on networks with every kind of line and statement and with graphs
/// put around any parts of them.
class RandomCompositionsTest {
  private static final long FIRST = Long.getLong("graphline.random.first", 1);
  private static final long COUNT = Long.getLong("graphline.random.count", 400);
  private static final int MOST_STATES = 500;

  private final Map<String, Integer> found = new TreeMap<>();

  @Test
  void everyAnswerIsThatOfAllStatesAndEveryRunIsOneOfTheModel() {
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      Sample sample = RandomNetworks.seeded(seed);
      Optional<Map<Property, NaiveChecker.Answer>> naive =
          NaiveChecker.check(sample.network(), sample.properties(), Timers.ANY, MOST_STATES);
      if (naive.isPresent()) {
        compare(sample, naive.get());
      }
    }
    for (String kind : List.of("DeadlockFree true", "DeadlockFree false", "ErrorFree true", "ErrorFree false",
        "Always true", "Always false", "Never true", "Never false", "LivelockFree true", "LivelockFree open",
        "LeadsTo true", "LeadsTo open", "Terminates true", "Terminates false", "ShutsDown true", "ShutsDown false",
        "ShutsDown open")) {
      assertThat(found.getOrDefault(kind, 0)).as(kind).isGreaterThan((int) COUNT / 100);
    }
  }

  private void compare(Sample sample, Map<Property, NaiveChecker.Answer> naive) {
    var semantics = Semantics.of(sample.network(), Timers.ANY);
    var whole = new NetworkStateSpace(semantics);
    Products.Made made;
    try {
      made = Products.of(semantics, Timers.ANY);
    } catch (Unsupported _) {
      return;
    }
    for (Property property : sample.properties()) {
      List<Composed> composed = compose(property, whole, made, sample.seed());
      if (composed.isEmpty()) {
        isLeftOpen(property, made, naive.get(property), sample.seed());
        continue;
      }
      boolean holds = composed.stream().allMatch(Composed::holds);
      String name = property.getClass().getSimpleName();
      assertThat(holds).as("seed %d, %s", sample.seed(), name).isEqualTo(naive.get(property).holds());
      found.merge(name + " " + holds, 1, Integer::sum);
      composed.stream().filter(c -> !c.holds()).forEach(c -> isShown(property, c, whole, made, sample.seed()));
    }
  }

  private static List<Composed> compose(Property property, NetworkStateSpace whole, Products.Made made, long seed) {
    var groups = new RandomGroups(made.product(), seed);
    return switch (property) {
      case Property.DeadlockFree _ -> groups.deadlockFree().stream().toList();
      case Property.ErrorFree _ -> groups.errorFree().stream().toList();
      case Property.Always _, Property.Never _ -> {
        var all = new ArrayList<Composed>();
        for (var watch : ProductView.interest(whole, made, List.of(property)).watches()) {
          Optional<Composed> one = groups.never(watch);
          if (one.isEmpty()) {
            yield List.of();
          }
          all.add(one.get());
        }
        yield all;
      }
      case Property.LivelockFree(var events) -> groups.livelockFree(l -> isEvent(whole, events, l)).stream().toList();
      case Property.LeadsTo(var cause, var effect) -> groups.leadsTo(l -> (isEvent(whole, effect, l) ? 1 : 0)
          | (isEvent(whole, cause, l) ? 2 : 0)).stream().toList();
      case Property.Terminates _ -> groups.over(false).stream().toList();
      case Property.ShutsDown _ -> groups.over(true).stream().toList();
      default -> List.of();
    };
  }

  private static boolean isEvent(NetworkStateSpace whole, EventSet events, Label label) {
    return events.patterns().stream().anyMatch(p -> whole.matches(p, label))
        && (events.value().isEmpty() || events.value().equals(Letters.of(label)));
  }

  /// Where endless runs are all that could be found, nothing is said of them; but what holds is never left open then.
  private void isLeftOpen(Property property, Products.Made made, NaiveChecker.Answer answer, long seed) {
    boolean isOfRuns = switch (property) {
      case Property.LivelockFree _, Property.LeadsTo _, Property.Terminates _, Property.ShutsDown _ -> true;
      default -> false;
    };
    if (isOfRuns && new RandomGroups(made.product(), seed).isMadeIntoParts()) {
      assertThat(answer.holds()).as("seed %d, %s", seed, property.getClass().getSimpleName()).isFalse();
      found.merge(property.getClass().getSimpleName() + " open", 1, Integer::sum);
    }
  }

  private static void isShown(Property property, Composed composed, NetworkStateSpace whole, Products.Made made,
      long seed) {
    State at = whole.initial();
    for (int[] values : composed.run().subList(1, composed.run().size())) {
      State next = made.translation().state(values);
      State from = at;
      Step step = whole.steps(from).stream().filter(s -> whole.isFaulty(next) ? whole.isFaulty(s.target())
          : s.target().equals(next)).findFirst().orElseThrow(() -> new AssertionError("seed " + seed + ": no step"));
      at = step.target();
    }
    if (property instanceof Property.Terminates || property instanceof Property.ShutsDown) {
      assertThat(whole.isOver(at)).as("seed %d", seed).isFalse();
      assertThat(whole.steps(at)).as("seed %d", seed).isEmpty();
    }
    if (property instanceof Property.DeadlockFree) {
      assertThat(StuckGroups.find(whole, at, whole.steps(at))).as("seed %d", seed).isNotEmpty();
    }
  }

  /// What the marks of deadlocks rest on.
  @Test
  void whoeverIsStuckStaysStuck() {
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      var whole = new NetworkStateSpace(Semantics.of(RandomNetworks.seeded(seed).network(), Timers.ANY));
      var open = new java.util.ArrayDeque<State>(List.of(whole.initial()));
      var seen = new java.util.HashSet<State>(open);
      while (!open.isEmpty() && seen.size() < MOST_STATES) {
        State state = open.poll();
        List<Step> steps = whole.steps(state);
        List<Integer> group = steps.isEmpty() ? List.of() : StuckGroups.find(whole, state, steps);
        for (Step step : steps) {
          State next = step.target();
          if (!whole.isFaulty(next)) {
            if (!group.isEmpty()) {
              assertThat(StuckGroups.find(whole, next, whole.steps(next))).as("seed %d", seed).containsAll(group);
            }
            if (seen.add(next)) {
              open.add(next);
            }
          }
        }
      }
    }
  }
}
