package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;
import org.graphline.checker.product.Update;

/// Who has to do with whom in a product: the offers by the fields they touch, and the pairs of neighbors.
final class Wiring {
  /// Offers that so many instances take part in make no pairs of neighbors.
  private static final int MOST_TOGETHER = 4;
  /// Of who could help all of whom must, so many are looked at one by one.
  static final int MOST_HELPERS = 8;

  private final Product product;
  private final List<List<Touch>> byField = new ArrayList<>();
  private final List<List<Edge>> alone = new ArrayList<>();
  private final Effort effort;
  private final Projection projection;
  private final Optional<Closing> closing;
  private final Map<Integer, int[]> around = new HashMap<>();
  private final Map<Integer, int[]> users = new HashMap<>();

  Wiring(Product product, Effort effort) {
    this.product = product;
    this.effort = effort;
    this.projection = new Projection(product);
    this.closing = closing(product);
    product.fields().forEach(_ -> {
      byField.add(new ArrayList<>());
      alone.add(null);
    });
    for (Lead lead : product.leads()) {
      for (int value = 0; value < lead.offers().size(); value++) {
        Touch.all(lead.field(), value, lead.offers().get(value).stream())
            .forEach(t -> Arrays.stream(t.fields()).forEach(f -> byField.get(f).add(t)));
      }
    }
  }

  /// A change of one field, and the other fields that the steps making it touch.
  ///
  /// @param others a set for each way it is made
  record Edge(int from, int to, List<int[]> others) {

    /// Reports whether it may be made without touching any of `fields`.
    boolean isApart(int[] fields) {
      return others.stream().anyMatch(o -> Arrays.stream(fields).noneMatch(f -> Arrays.binarySearch(o, f) >= 0));
    }
  }

  Effort effort() {
    return effort;
  }

  Product product() {
    return product;
  }

  int instances() {
    return product.instances();
  }

  int size(int field) {
    return product.fields().get(field).size();
  }

  List<Touch> touching(int field) {
    return byField.get(field);
  }

  /// Returns the changes of one field as far as it alone is looked at, without closing time, which changes
  /// all at once.
  List<Edge> alone(int field) {
    List<Edge> known = alone.get(field);
    if (known == null) {
      known = findAlone(field);
      alone.set(field, known);
    }
    return known;
  }

  private record Change(int from, int to) {}

  private List<Edge> findAlone(int field) {
    effort.spend(1);
    Map<Change, List<int[]>> all = new HashMap<>();
    projection.onto(field);
    for (Touch touch : byField.get(field)) {
      int first = touch.lead() == field ? touch.value() : 0;
      int last = touch.lead() == field ? touch.value() : size(field) - 1;
      alone(touch, field, touch.without(field), first, last, all);
    }
    var edges = new ArrayList<Edge>();
    all.forEach((change, others) -> edges.add(new Edge(change.from(), change.to(), others)));
    return edges;
  }

  private void alone(Touch touch, int field, int[] others, int first, int last, Map<Change, List<int[]>> all) {
    int[] state = new int[1];
    for (int value = first; value <= last; value++) {
      if (isFaulty(field, value)) {
        continue;
      }
      state[0] = value;
      int from = value;
      projection.after(touch, state, to -> {
        if (to[0] != from) {
          List<int[]> ways = all.computeIfAbsent(new Change(from, to[0]), _ -> new ArrayList<>());
          if (ways.stream().noneMatch(w -> Arrays.equals(w, others))) {
            ways.add(others);
          }
        }
      });
    }
  }

  private record Closing(Offer offer, Map<Integer, List<Clause>> guard, Map<Integer, List<Update>> updates) {}

  private static Optional<Closing> closing(Product product) {
    return product.closing().map(offer -> {
      Map<Integer, List<Clause>> guard = new HashMap<>();
      // What asks all of them is left out: less is asked then.
      offer.guard().stream().filter(c -> c.atoms().size() <= MOST_TOGETHER).forEach(c -> c.atoms().stream()
          .map(Atom::field).distinct().forEach(f -> guard.computeIfAbsent(f, _ -> new ArrayList<>()).add(c)));
      Map<Integer, List<Update>> updates = new HashMap<>();
      offer.updates().forEach(u -> updates.computeIfAbsent(u.field(), _ -> new ArrayList<>()).add(u));
      return new Closing(offer, guard, updates);
    });
  }

  /// Returns closing time as far as it has to do with some fields.
  Optional<Touch> closing(int[] fields) {
    return closing.map(c -> {
      var guard = new LinkedHashSet<Clause>();
      var updates = new ArrayList<Update>();
      for (int field : fields) {
        guard.addAll(c.guard().getOrDefault(field, List.of()));
        updates.addAll(c.updates().getOrDefault(field, List.of()));
      }
      Offer all = c.offer();
      return Touch.of(-1, 0, new Offer(all.labels(), all.number(), List.of(), all.fairness(), all.group(),
          all.isTimer(), List.copyOf(guard), updates));
    });
  }

  /// Reports whether it is the local state of an instance that has met an error.
  boolean isFaulty(int field, int value) {
    return field < product.instances() && product.standings().get(field).get(value).isFaulty();
  }

  /// Returns the neighbors of an instance, in order: who takes part in a step with it, and who could let it
  /// go on.
  int[] neighbors(int instance) {
    var all = new TreeSet<Integer>();
    for (Touch touch : byField.get(instance)) {
      int[] together = Arrays.stream(touch.fields()).filter(f -> f < product.instances()).toArray();
      if (together.length <= MOST_TOGETHER) {
        Arrays.stream(together).forEach(all::add);
      }
    }
    for (Standing standing : product.standings().get(instance)) {
      for (Standing.Need need : standing.needs()) {
        if (!need.all() || need.supporters().size() <= MOST_HELPERS) {
          need.supporters().forEach(s -> all.add(s.instance()));
        }
      }
    }
    all.remove(instance);
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  /// Returns the fields that are not instances and that both have to do with.
  int[] between(int one, int other) {
    return Arrays.stream(around(one)).filter(f -> Arrays.binarySearch(around(other), f) >= 0).toArray();
  }

  /// Returns the fields that are not instances and that the instance has to do with.
  int[] around(int instance) {
    return around.computeIfAbsent(instance, i -> byField.get(i).stream().flatMapToInt(t -> Arrays.stream(t.fields()))
        .filter(f -> f >= product.instances() && product.fields().get(f).kind() != Field.Kind.RUN)
        .distinct().sorted().toArray());
  }

  /// Returns the instances that have to do with a field.
  int[] users(int field) {
    return users.computeIfAbsent(field, f -> byField.get(f).stream().flatMapToInt(t -> Arrays.stream(t.fields()))
        .filter(i -> i < product.instances()).distinct().sorted().toArray());
  }
}
