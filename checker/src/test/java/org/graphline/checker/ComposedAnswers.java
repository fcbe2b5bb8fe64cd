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
import org.graphline.checker.engine.Prepared;
import org.graphline.checker.engine.ProductView;
import org.graphline.checker.engine.StuckGroups;
import org.graphline.checker.product.Products;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;

/// Answers of composition, with graphs put around any parts of a network, held against answers that are known.
final class ComposedAnswers {
  private final Map<String, Integer> found = new TreeMap<>();

  /// Returns how often each kind of property was said to be true, to be false, or was left open as it has to be.
  Map<String, Integer> found() {
    return found;
  }

  /// Asks for all properties of the sample whose answers are known, and looks at each run that is shown.
  ///
  /// @param prepared its network, with timers at any moment, as composition knows no others
  /// @param known    whether a property holds
  /// @throws AssertionError if an answer is another one, or a run none of the model
  void compare(Sample sample, Prepared prepared, Map<Property, Boolean> known) {
    prepared.product().ifPresent(made -> compare(sample, prepared.whole(), made, known));
  }

  private void compare(Sample sample, NetworkStateSpace whole, Products.Made made, Map<Property, Boolean> known) {
    for (Property property : known.keySet()) {
      List<Composed> composed = compose(property, whole, made, sample.seed());
      if (composed.isEmpty()) {
        isLeftOpen(property, made, known.get(property), sample.seed());
        continue;
      }
      boolean holds = composed.stream().allMatch(Composed::holds);
      String name = property.getClass().getSimpleName();
      assertThat(holds).as("seed %d, %s", sample.seed(), name).isEqualTo(known.get(property));
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
      case Property.LivelockFree(var events) -> groups.livelockFree(l -> whole.isIn(events, l)).stream().toList();
      case Property.LeadsTo(var cause, var effect) -> groups.leadsTo(l -> (whole.isIn(effect, l) ? 1 : 0)
          | (whole.isIn(cause, l) ? 2 : 0)).stream().toList();
      case Property.Terminates _ -> groups.over(false).stream().toList();
      case Property.ShutsDown _ -> groups.over(true).stream().toList();
      default -> List.of();
    };
  }

  /// Where endless runs are all that could be found, nothing is said of them; but what holds is never left open then.
  private void isLeftOpen(Property property, Products.Made made, boolean holds, long seed) {
    boolean isOfRuns = switch (property) {
      case Property.LivelockFree _, Property.LeadsTo _, Property.Terminates _, Property.ShutsDown _ -> true;
      default -> false;
    };
    if (isOfRuns && new RandomGroups(made.product(), seed).isMadeIntoParts()) {
      assertThat(holds).as("seed %d, %s", seed, property.getClass().getSimpleName()).isFalse();
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
}
