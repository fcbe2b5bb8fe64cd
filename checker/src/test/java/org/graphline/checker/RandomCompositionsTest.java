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
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Timers;
import org.junit.jupiter.api.Test;

/// Composition held against the definitions, on networks with every kind of line and statement and with graphs put around
/// any parts of them.
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
    for (String kind : List.of("DeadlockFree", "ErrorFree", "Always", "Never")) {
      assertThat(found.getOrDefault(kind + " true", 0)).as(kind).isGreaterThan((int) COUNT / 20);
      assertThat(found.getOrDefault(kind + " false", 0)).as(kind).isGreaterThan((int) COUNT / 20);
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
      default -> List.of();
    };
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
