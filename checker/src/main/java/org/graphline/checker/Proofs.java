package org.graphline.checker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.checker.engine.Judgement;
import org.graphline.checker.engine.Limits;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Outcome;
import org.graphline.checker.engine.Prepared;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.product.Products;
import org.graphline.checker.product.Standing;
import org.graphline.checker.proof.KindProof;
import org.graphline.checker.proof.LocalProof;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Statistics;
import org.graphline.model.property.Property;

/// Judges properties without looking at states of the network, where that is possible.
final class Proofs {
  /// A network of more instances is likely to have too many states; proofs are tried first.
  private static final int MANY = 40;

  private final Prepared prepared;
  private final Options options;
  private final Limits limits;
  private final Progress progress;
  private final Map<Property, Statistics> proved = new LinkedHashMap<>();

  Proofs(Prepared prepared, Options options, Limits limits, Progress progress) {
    this.prepared = prepared;
    this.options = options;
    this.limits = limits;
    this.progress = progress;
  }

  /// Reports whether they are tried before any search.
  boolean first() {
    return switch (options.engine()) {
      case AUTO -> options.storage().exact() && options.steps() != Options.Steps.MODEL
          && prepared.semantics().network().instances().size() > MANY;
      case SEARCH, COMPOSITION -> false;
      case PROOFS -> true;
    };
  }

  /// Reports whether they are tried for what a search leaves open. Who asks for an approximate search has
  /// given up on proofs.
  boolean last() {
    return !first() && options.engine() == Options.Engine.AUTO && options.storage().exact();
  }

  /// Tries to prove these properties; returns those that are left.
  List<Property> leave(List<Property> properties) {
    var left = new ArrayList<Property>();
    for (Property property : properties) {
      proof(property).ifPresentOrElse(p -> proved.put(property, p), () -> left.add(property));
    }
    return left;
  }

  private Optional<Statistics> proof(Property property) {
    if (options.steps() == Options.Steps.MODEL) {
      return Optional.empty();
    }
    return switch (property) {
      case Property.DeadlockFree _ -> {
        progress.judging("deadlock free");
        yield prepared.excerpts().flatMap(e -> KindProof.deadlockFree(e, this::isOver))
            .or(() -> made().flatMap(m -> LocalProof.deadlockFree(m.product(), this::isOver)))
            .map(p -> cost(p.describe()));
      }
      case Property.ErrorFree _ -> isAnyoneFaulty() ? Optional.empty()
          : Optional.of(cost("local states of " + prepared.semantics().network().instances().size() + " components"));
      case Property.LivelockFree _, Property.Terminates _, Property.ShutsDown _, Property.Always _, Property.Never _,
          Property.LeadsTo _, Property.Can _, Property.Cannot _, Property.Refines _, Property.Deterministic _ ->
          Optional.empty();
    };
  }

  private Optional<Products.Made> made() {
    return prepared.product();
  }

  /// Reports whether somebody may fail, as far as local states tell: nobody does in what can be looked at in parts.
  private boolean isAnyoneFaulty() {
    return prepared.excerpts().isEmpty() && made().map(m -> m.product().standings().stream().flatMap(List::stream)
        .anyMatch(Standing::isFaulty)).orElse(true);
  }

  private boolean isOver() {
    return limits.passed(List::of).isPresent();
  }

  private Statistics cost(String argument) {
    return new Statistics(argument, 0, 0, 0, limits.seconds(), 0, true);
  }

  /// Returns what a proof of the property cost, if there is one.
  Optional<Statistics> of(Property property) {
    return Optional.ofNullable(proved.get(property));
  }

  /// Returns what the first proof cost that needed more than single components.
  Optional<Statistics> statistics() {
    return proved.entrySet().stream().filter(e -> !(e.getKey() instanceof Property.ErrorFree))
        .map(Map.Entry::getValue).findFirst();
  }

  /// Returns that nothing was found out, as nothing but proofs was asked for.
  Outcome nothing(List<Property> properties) {
    Map<Property, Judgement> open = new LinkedHashMap<>();
    Reason reason = limits.passed(List::of).orElse(new Reason.NotProved());
    properties.forEach(p -> open.put(p, new Judgement.Open(reason)));
    return new Outcome(open, new Statistics("proofs only", 0, 0, 0, limits.seconds(), 0, false));
  }
}
