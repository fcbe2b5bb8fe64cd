package org.graphline.checker.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.graphline.checker.packed.Interest;
import org.graphline.checker.packed.Packing;
import org.graphline.checker.packed.Watch;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.model.property.Condition;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;

/// A product and the model it was made of: turns packed states into states of the model, and paths of packed states into
/// steps.
final class ProductView {
  private final NetworkStateSpace whole;
  private final Products.Made made;
  private final Packing packing;

  ProductView(NetworkStateSpace whole, Products.Made made, Packing packing) {
    this.whole = whole;
    this.made = made;
    this.packing = packing;
  }

  Product product() {
    return made.product();
  }

  NetworkStateSpace whole() {
    return whole;
  }

  /// Returns the model's state with these words; where there is an error, any state with that error.
  State state(long[] words) {
    return made.translation().state(packing.decode(words, 0));
  }

  /// Returns a step between two states, one that does not count if there is one, where `leads` is true of it.
  Step between(long[] from, long[] to, Predicate<Step> leads) {
    State target = state(to);
    boolean faulty = whole.isFaulty(target);
    List<Step> steps = StepGraph.ordered(whole.steps(state(from)));
    Step step = Stories.between(steps, s -> leads.test(s)
        && (faulty ? whole.isFaulty(s.target()) : s.target().equals(target)));
    if (step == null) {
      throw new AssertionError("the product takes a step that the model does not have");
    }
    return step;
  }

  /// Returns the steps of a path of packed states.
  List<Step> along(List<long[]> path) {
    var steps = new ArrayList<Step>();
    for (int i = 1; i < path.size(); i++) {
      steps.add(between(path.get(i - 1), path.get(i), _ -> true));
    }
    return steps;
  }

  /// Returns for each number of a label the offer it belongs to.
  Offer[] offers() {
    var offers = new Offer[product().labels()];
    for (Lead lead : product().leads()) {
      for (List<Offer> each : lead.offers()) {
        each.forEach(o -> note(o, offers));
      }
    }
    product().closing().ifPresent(o -> note(o, offers));
    return offers;
  }

  private static void note(Offer offer, Offer[] offers) {
    for (int i = 0; i < offer.labels().size(); i++) {
      offers[offer.number() + i] = offer;
    }
  }

  /// Returns what makes a state worth a look, for these properties.
  static Interest interest(NetworkStateSpace whole, Products.Made made, List<Property> properties) {
    var watches = new ArrayList<Watch>();
    boolean groups = false;
    for (Property property : properties) {
      switch (property) {
        case Property.DeadlockFree _ -> groups = true;
        case Property.Always(var conditions) -> conditions.forEach(c -> watches.add(watch(whole, made, c, false)));
        case Property.Never(var conditions) -> conditions.forEach(c -> watches.add(watch(whole, made, c, true)));
        default -> { }
      }
    }
    return new Interest(groups, watches);
  }

  private static Watch watch(NetworkStateSpace whole, Products.Made made, Condition condition, boolean suspicious) {
    List<Field> fields = made.product().fields();
    List<Integer> observed = condition.observed().stream().map(Condition.Observed::instance).distinct().toList();
    return new Watch(observed, values -> {
      int[] all = new int[fields.size()];
      for (int i = 0; i < values.length; i++) {
        all[observed.get(i)] = values[i];
      }
      return whole.holds(condition, made.translation().state(all)) == suspicious;
    });
  }
}
