package org.graphline.checker.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Update;
import org.graphline.model.semantics.Step.Fairness;

/// The offers of a product by the fields they change and the instances they move.
final class Steps {
  /// Of two instances that have more states together with what lies between them not all of that is looked at.
  private static final int MOST_STATES = 1 << 20;

  private final Product product;
  private final Map<Integer, List<Step>> changing = new HashMap<>();
  private final Map<Integer, List<Step>> moving = new HashMap<>();
  private final Map<Integer, SortedSet<Integer>> around = new HashMap<>();
  private final Map<Integer, List<Clause>> closingGuards = new HashMap<>();
  private final Map<Integer, List<Update>> closingUpdates = new HashMap<>();

  Steps(Product product) {
    this.product = product;
    for (Lead lead : product.leads()) {
      for (int value = 0; value < lead.offers().size(); value++) {
        for (Offer offer : lead.offers().get(value)) {
          var step = new Step(lead.field(), value, offer.guard(), offer.updates(), isCertain(offer));
          index(step, offer.moves());
          indexAround(step);
        }
      }
    }
    product.closing().ifPresent(this::indexClosing);
  }

  /// An offer.
  ///
  /// @param lead    the field that leads, -1 for none
  /// @param value   its value there
  /// @param certain whether it happens unless something else does: it is not up to the environment, nor to a timer that
  ///                waits for all else
  record Step(int lead, int value, List<Clause> guard, List<Update> updates, boolean certain) {}

  private boolean isCertain(Offer offer) {
    return offer.fairness() != Fairness.FREE && !(product.patient() && offer.isTimer());
  }

  private void index(Step step, List<Integer> moves) {
    step.updates().stream().map(Update::field).distinct()
        .forEach(f -> changing.computeIfAbsent(f, _ -> new ArrayList<>()).add(step));
    moves.stream().distinct().forEach(i -> moving.computeIfAbsent(i, _ -> new ArrayList<>()).add(step));
  }

  private void indexAround(Step step) {
    var fields = new TreeSet<Integer>();
    if (step.lead() >= 0) {
      fields.add(step.lead());
    }
    step.guard().forEach(c -> c.atoms().forEach(a -> fields.add(a.field())));
    for (Update update : step.updates()) {
      fields.add(update.field());
      switch (update) {
        case Update.Set _, Update.Map _ -> {}
        case Update.Via via -> fields.add(via.source());
        case Update.Clear clear -> clear.when().forEach(a -> fields.add(a.field()));
      }
    }
    var between = new TreeSet<>(fields.tailSet(product.instances()));
    between.removeIf(f -> product.fields().get(f).kind() == Field.Kind.RUN);
    fields.headSet(product.instances()).forEach(i -> around.computeIfAbsent(i, _ -> new TreeSet<>()).addAll(between));
  }

  /// Returns two instances and what lies between them, in ascending order: what some steps of both have to do
  /// with. While they have too many states together, the first of the largest fields between is left out.
  int[] pair(int one, int other) {
    var between = new ArrayList<>(around.getOrDefault(one, Collections.emptySortedSet()));
    between.retainAll(around.getOrDefault(other, Collections.emptySortedSet()));
    long size = (long) size(one) * size(other);
    while (!between.isEmpty() && !isSmall(size, between)) {
      between.remove(Collections.max(between, Comparator.comparingInt(this::size)));
    }
    return IntStream.concat(IntStream.of(one, other), between.stream().mapToInt(Integer::intValue)).toArray();
  }

  private int size(int field) {
    return product.fields().get(field).size();
  }

  private boolean isSmall(long size, List<Integer> fields) {
    long all = size;
    for (int field : fields) {
      all = all > MOST_STATES ? all : all * size(field);
    }
    return all <= MOST_STATES;
  }

  private void indexClosing(Offer closing) {
    for (Clause clause : closing.guard()) {
      for (int field : new TreeSet<>(clause.atoms().stream().map(Atom::field).toList())) {
        closingGuards.computeIfAbsent(field, _ -> new ArrayList<>()).add(clause);
      }
    }
    closing.updates().forEach(u -> closingUpdates.computeIfAbsent(u.field(), _ -> new ArrayList<>()).add(u));
  }

  Product product() {
    return product;
  }

  /// Returns the steps that move an instance.
  List<Step> moving(int instance) {
    return moving.getOrDefault(instance, List.of());
  }

  /// Returns all steps, closing time as one step for each field it changes.
  Set<Step> all() {
    Set<Step> all = Collections.newSetFromMap(new IdentityHashMap<>());
    changing.values().forEach(all::addAll);
    closingUpdates.keySet().forEach(f -> all.add(closing(new int[] {f})));
    return all;
  }

  /// Returns the steps that change one of the fields, closing time as far as these fields go among them.
  List<Step> changing(int[] fields) {
    var all = new ArrayList<Step>();
    for (int i = 0; i < fields.length; i++) {
      for (Step step : changing.getOrDefault(fields[i], List.of())) {
        if (isFirst(step, fields, i)) {
          all.add(step);
        }
      }
    }
    if (product.closing().isPresent()) {
      all.add(closing(fields));
    }
    return all;
  }

  /// Reports whether no field before the position `at` is changed as well.
  private static boolean isFirst(Step step, int[] fields, int at) {
    for (Update update : step.updates()) {
      for (int i = 0; i < at; i++) {
        if (fields[i] == update.field()) {
          return false;
        }
      }
    }
    return true;
  }

  private Step closing(int[] fields) {
    var guard = new ArrayList<Clause>();
    var updates = new ArrayList<Update>();
    for (int field : fields) {
      for (Clause clause : closingGuards.getOrDefault(field, List.of())) {
        if (isAmong(clause, fields)) {
          guard.add(clause);
        }
      }
      updates.addAll(closingUpdates.getOrDefault(field, List.of()));
    }
    return new Step(-1, 0, guard, updates, false);
  }

  private static boolean isAmong(Clause clause, int[] fields) {
    for (Atom atom : clause.atoms()) {
      if (Arrays.stream(fields).noneMatch(f -> f == atom.field())) {
        return false;
      }
    }
    return true;
  }
}
