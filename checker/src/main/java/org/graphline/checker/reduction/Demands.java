package org.graphline.checker.reduction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.checker.product.Table;
import org.graphline.checker.space.EventSets;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.model.property.Condition;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.State;

/// Says what properties demand of a reduction.
public final class Demands {
  private final Products.Made made;
  private final NetworkStateSpace space;
  private final BitSet labels = new BitSet();
  private final List<Atom> looks = new ArrayList<>();
  private boolean fairRuns;

  private Demands(Products.Made made, NetworkStateSpace space) {
    this.made = made;
    this.space = space;
  }

  /// Returns what must be preserved for all of `properties` to have the same answers.
  public static Demand of(List<Property> properties, Products.Made made, NetworkStateSpace space) {
    var demands = new Demands(made, space);
    properties.forEach(demands::add);
    return new Demand(demands.fairRuns, demands.labels, demands.looks);
  }

  private void add(Property property) {
    switch (property) {
      case Property.DeadlockFree _, Property.ErrorFree _ -> { }
      case Property.LivelockFree _, Property.Terminates _, Property.ShutsDown _ -> fairRuns = true;
      case Property.LeadsTo _ -> {
        fairRuns = true;
        see(EventSets.of(property));
      }
      case Property.Cannot(_, Property.Cannot.Next next) when next == Property.Cannot.Next.DEADLOCK -> seeAll();
      case Property.Can _, Property.Cannot _ -> see(EventSets.of(property));
      case Property.Always(var conditions) -> conditions.forEach(this::look);
      case Property.Never(var conditions) -> conditions.forEach(this::look);
      case Property.Refines _, Property.Deterministic _ ->
          throw new AssertionError("decided by comparing, not by exploring: " + property);
    }
  }

  /// Who is stuck must be seen before anything else is: between what is told and a stuck group no step may be put
  /// that could come later.
  private void seeAll() {
    labels.set(0, made.product().labels());
  }

  private void see(List<EventSet> events) {
    Product product = made.product();
    for (Lead lead : product.leads()) {
      lead.offers().forEach(there -> there.forEach(o -> see(o, events)));
    }
    product.closing().ifPresent(o -> see(o, events));
  }

  private void see(Offer offer, List<EventSet> events) {
    for (int i = 0; i < offer.labels().size(); i++) {
      Label label = offer.labels().get(i);
      if (events.stream().anyMatch(e -> space.isAt(e, label))) {
        labels.set(offer.number() + i);
      }
    }
  }

  private void look(Condition condition) {
    for (Condition.Observed observed : condition.observed()) {
      int instance = observed.instance();
      look(instance, state -> space.semantics().variable(state, instance, observed.inspect().variable().id()));
    }
    List<Field> fields = made.product().fields();
    for (Condition.ObservedLine observed : condition.lines()) {
      for (int i = 0; i < fields.size(); i++) {
        if (fields.get(i).kind() == Field.Kind.LINE && fields.get(i).owner() == observed.line()) {
          look(i, state -> space.semantics().letters(state, observed.line()));
        }
      }
    }
  }

  /// Adds a look at what one field alone decides.
  private void look(int field, Function<State, Object> seen) {
    Product product = made.product();
    int[] values = product.initial().stream().mapToInt(Integer::intValue).toArray();
    int[] table = new int[product.fields().get(field).size()];
    Map<Object, Integer> numbers = new HashMap<>();
    for (int value = 0; value < table.length; value++) {
      values[field] = value;
      table[value] = numbers.computeIfAbsent(seen.apply(made.translation().state(values)), _ -> numbers.size());
    }
    looks.add(new Atom(field, new Table(table)));
  }
}
