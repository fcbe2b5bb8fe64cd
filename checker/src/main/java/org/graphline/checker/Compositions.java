package org.graphline.checker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.checker.composition.Bounds;
import org.graphline.checker.composition.Composed;
import org.graphline.checker.composition.Composition;
import org.graphline.checker.engine.Judgement;
import org.graphline.checker.engine.Judgement.Closure;
import org.graphline.checker.engine.Judgement.Evidence;
import org.graphline.checker.engine.Limits;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Outcome;
import org.graphline.checker.engine.Prepared;
import org.graphline.checker.engine.ProductView;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.engine.StuckGroups;
import org.graphline.checker.engine.Verdicts;
import org.graphline.checker.packed.Watch;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Statistics;
import org.graphline.model.network.Network;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Step.Fairness;

/// Judges properties by composing graphs, where that is possible. What it finds violated it shows by a run of the whole
/// network; where it finds none it says nothing.
final class Compositions {
  private static final int MOST_STATES = 1 << 18;
  /// Where a search can take over less is tried.
  private static final int MOST_STATES_BY_THE_WAY = 1 << 16;
  /// Of a transition itself, and of it while systems are made small.
  private static final long BYTES_A_TRANSITION = 64;
  private static final int MOST_TRANSITIONS = 1 << 22;

  private final Prepared prepared;
  private final NetworkStateSpace whole;
  private final Network network;
  private final Options options;
  private final Limits limits;
  private final Progress progress;
  private final Map<Property, Judgement> judgements = new LinkedHashMap<>();
  private final Map<Property, Statistics> costs = new LinkedHashMap<>();

  Compositions(Prepared prepared, Options options, Limits limits, Progress progress) {
    this.prepared = prepared;
    this.whole = prepared.whole();
    this.network = prepared.semantics().network();
    this.options = options;
    this.limits = limits;
    this.progress = progress;
  }

  private Optional<Products.Made> made() {
    return options.steps() == Options.Steps.MODEL ? Optional.empty() : prepared.product();
  }

  /// Reports whether they are tried for what a first look at the states of the whole does not decide.
  boolean second() {
    return options.engine() == Options.Engine.AUTO && options.storage().exact()
        && made().map(m -> Composition.isNested(network, m.product())).orElse(false);
  }

  /// Tries to judge these properties; returns those that are left.
  List<Property> leave(List<Property> properties) {
    var left = new ArrayList<Property>();
    for (Property property : properties) {
      made().flatMap(m -> judge(property, m)).ifPresentOrElse(j -> judgements.put(property, j),
          () -> left.add(property));
    }
    return left;
  }

  private Optional<Judgement> judge(Property property, Products.Made product) {
    progress.judging("composing graphs");
    try {
      List<Composed> composed = composed(property, product);
      if (composed.isEmpty()) {
        return Optional.empty();
      }
      costs.put(property, cost(composed));
      Optional<Composed> bad = composed.stream().filter(c -> !c.holds()).findFirst();
      return bad.isEmpty() ? Optional.of(new Judgement.Holds()) : evidence(property, bad.get(), product)
          .map(Judgement.Fails::new);
    } catch (OutOfMemoryError _) {
      return Optional.empty();
    }
  }

  /// What was found, all of which must hold; empty if not all is known.
  private List<Composed> composed(Property property, Products.Made all) {
    Product product = all.product();
    return switch (property) {
      case Property.DeadlockFree _ -> Composition.deadlockFree(network, product, bounds()).stream().toList();
      case Property.ErrorFree _ -> Composition.errorFree(network, product, bounds()).stream().toList();
      case Property.Always _, Property.Never _ -> {
        var found = new ArrayList<Composed>();
        for (Watch watch : ProductView.interest(whole, all, List.of(property)).watches()) {
          Optional<Composed> one = Composition.never(network, product, watch, bounds());
          if (one.isEmpty()) {
            yield List.of();
          }
          found.add(one.get());
        }
        yield found;
      }
      case Property.LivelockFree(var events) ->
          Composition.livelockFree(network, product, l -> whole.isIn(events, l), bounds()).stream().toList();
      case Property.LeadsTo(var cause, var effect) -> Composition.leadsTo(network, product,
          l -> (whole.isIn(effect, l) ? 1 : 0) | (whole.isIn(cause, l) ? 2 : 0), bounds()).stream().toList();
      case Property.Terminates _ -> Composition.terminates(network, product, bounds()).stream().toList();
      case Property.ShutsDown _ -> Composition.shutsDown(network, product, bounds()).stream().toList();
      case Property.Can _, Property.Cannot _, Property.Refines _, Property.Deterministic _ -> List.of();
    };
  }

  private Bounds bounds() {
    int most = options.engine() == Options.Engine.COMPOSITION ? MOST_STATES : MOST_STATES_BY_THE_WAY;
    return new Bounds((int) Math.min(most, limits.maxStates()),
        (int) Math.min(MOST_TRANSITIONS, limits.maxBytes() / BYTES_A_TRANSITION),
        () -> limits.passed(List::of).isPresent());
  }

  private Statistics cost(List<Composed> composed) {
    return new Statistics(composed.getFirst().describe(), composed.stream().mapToLong(Composed::states).sum(),
        composed.stream().mapToLong(Composed::transitions).sum(), 0, limits.seconds(), 0, true);
  }

  private Optional<Evidence> evidence(Property property, Composed composed, Products.Made product) {
    Optional<List<Step>> story = steps(composed.run(), product);
    return story.flatMap(steps -> {
      State end = steps.isEmpty() ? whole.initial() : steps.getLast().target();
      List<Integer> group = property instanceof Property.DeadlockFree
          ? StuckGroups.find(whole, end, whole.steps(end)) : List.of();
      boolean isShown = switch (property) {
        case Property.DeadlockFree _ -> !group.isEmpty();
        case Property.ErrorFree _ -> whole.isFaulty(end);
        case Property.Always(var conditions) -> !conditions.stream().allMatch(c -> whole.holds(c, end));
        case Property.Never(var conditions) -> conditions.stream().anyMatch(c -> whole.holds(c, end));
        case Property.Terminates _ -> isBadEnd(end);
        case Property.ShutsDown _ -> isBadEnd(end) && whole.traysClosed(end);
        case Property.LivelockFree _, Property.LeadsTo _, Property.Can _, Property.Cannot _, Property.Refines _,
            Property.Deterministic _ -> false;
      };
      return isShown ? Optional.of(new Evidence(Verdicts.finding(property), steps, List.of(), group, Closure.NO_LOOP))
          : Optional.empty();
    });
  }

  private boolean isBadEnd(State end) {
    return !whole.isOver(end) && whole.steps(end).stream().allMatch(s -> s.fairness() == Fairness.FREE);
  }

  /// The steps of the model along a run; nothing if it has no such run.
  private Optional<List<Step>> steps(List<int[]> run, Products.Made product) {
    var steps = new ArrayList<Step>();
    State at = whole.initial();
    for (int[] values : run.subList(1, run.size())) {
      State next = product.translation().state(values);
      boolean faulty = whole.isFaulty(next);
      Optional<Step> step = whole.steps(at).stream()
          .filter(s -> faulty ? whole.isFaulty(s.target()) : s.target().equals(next)).findFirst();
      if (step.isEmpty()) {
        return Optional.empty();
      }
      steps.add(step.get());
      at = step.get().target();
    }
    return Optional.of(steps);
  }

  /// Returns what was found out about a property.
  Optional<Judgement> of(Property property) {
    return Optional.ofNullable(judgements.get(property));
  }

  /// Returns what it cost to find out about a property.
  Optional<Statistics> cost(Property property) {
    return judgements.containsKey(property) ? Optional.of(costs.get(property)) : Optional.empty();
  }

  /// Returns what was found out, as nothing but composition was asked for.
  Outcome only(List<Property> properties) {
    leave(properties);
    Map<Property, Judgement> all = new LinkedHashMap<>();
    Reason reason = limits.passed(List::of).orElse(new Reason.NotComposed());
    properties.forEach(p -> all.put(p, of(p).orElse(new Judgement.Open(reason))));
    return new Outcome(all, statistics(properties));
  }

  /// Returns what all this cost that judged all of the properties.
  Statistics statistics(List<Property> properties) {
    return properties.stream().filter(p -> !(p instanceof Property.ErrorFree)).flatMap(p -> cost(p).stream()).findFirst()
        .or(() -> properties.stream().flatMap(p -> cost(p).stream()).findFirst())
        .orElse(new Statistics("composition only", 0, 0, 0, limits.seconds(), 0, false));
  }
}
