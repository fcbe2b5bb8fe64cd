package org.graphline.checker;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.graphline.checker.engine.Contributors;
import org.graphline.checker.engine.GaveUp;
import org.graphline.checker.engine.Limits;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Prepared;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.reduction.Confluence;
import org.graphline.checker.refinement.Answer;
import org.graphline.checker.refinement.Outside;
import org.graphline.checker.refinement.Refinement;
import org.graphline.checker.refinement.Refutation;
import org.graphline.checker.refinement.Side;
import org.graphline.checker.story.Assumptions;
import org.graphline.checker.story.ComparedReplay;
import org.graphline.checker.story.Editor;
import org.graphline.checker.story.Explainer;
import org.graphline.checker.verdict.Statistics;
import org.graphline.checker.verdict.Verdict;
import org.graphline.model.network.Network;
import org.graphline.model.property.Claim;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.term.Comparison;

/// Judges the properties that compare what a network shows outside with a specification, or with itself.
final class Comparisons {
  /// A second search for a shorter story may store so many states; it goes no deeper than a first story that
  /// ends.
  private static final long SHORTER = 200_000;

  private final Prepared prepared;
  private final Semantics semantics;
  private final Options options;
  private final Progress progress;
  private final Limits limits;
  private final Assumptions assumptions;
  private final Map<Property, Verdict> verdicts = new LinkedHashMap<>();

  Comparisons(Prepared prepared, Options options, Limits limits, Progress progress, Assumptions assumptions) {
    this.prepared = prepared;
    this.semantics = prepared.semantics();
    this.options = options;
    this.limits = limits;
    this.progress = progress;
    this.assumptions = assumptions;
  }

  /// Reports whether a property is one of these.
  static boolean decide(Property property) {
    return switch (property) {
      case Property.Refines _, Property.Deterministic _ -> true;
      case Property.DeadlockFree _, Property.ErrorFree _, Property.LivelockFree _, Property.Terminates _,
          Property.ShutsDown _, Property.Always _, Property.Never _, Property.LeadsTo _, Property.Can _,
          Property.Cannot _ -> false;
    };
  }

  /// Returns what came out for a claim.
  Verdict verdict(Claim claim) {
    Verdict verdict = verdicts.get(claim.property());
    if (verdict == null) {
      verdict = judge(claim);
      verdicts.put(claim.property(), verdict);
    }
    return switch (verdict) {
      case Verdict.Holds(_, var statistics, var assumed) -> new Verdict.Holds(claim, statistics, assumed);
      case Verdict.Violated(_, var story, var statistics, var assumed) ->
          new Verdict.Violated(claim, story, statistics, assumed);
      case Verdict.Undecided(_, var reason, var statistics, var assumed) ->
          new Verdict.Undecided(claim, reason, statistics, assumed);
    };
  }

  private Verdict judge(Claim claim) {
    Property property = claim.property();
    progress.judging(claim.text());
    var statistics = new Statistics("", 0, 0, 0, limits.seconds(), 0, false);
    try {
      Answer answer = answer(property, options.reduction(), limits);
      statistics = answer.statistics();
      if (answer.refutation().isPresent()) {
        return violated(claim, answer.refutation().get(), statistics);
      }
      if (answer.reason().isEmpty()) {
        return new Verdict.Holds(claim, statistics, assumptions.of(property));
      }
      return new Verdict.Undecided(claim, answer.reason().get(), statistics, assumptions.of(property));
    } catch (GaveUp limit) {
      return new Verdict.Undecided(claim, limit.reason(), statistics, assumptions.of(property));
    }
  }

  private Verdict violated(Claim claim, Refutation first, Statistics statistics) {
    Property property = claim.property();
    Optional<Refutation> again = Optional.empty();
    if (options.reduction() != Options.Reduction.NONE) {
      progress.judging("shortest story");
      int depth = first.evidence().loop().isEmpty() ? first.evidence().length() : Integer.MAX_VALUE;
      again = answer(property, Options.Reduction.NONE, limits.within(SHORTER, depth)).refutation();
    }
    Refutation found = again.filter(r -> r.evidence().length() <= first.evidence().length()).orElse(first);
    var replay = new ComparedReplay(semantics, specification(property),
        limits.look(() -> Contributors.among(prepared.whole())));
    State end = replay.confirm(found);
    Refutation shown = new Editor(semantics).edit(found, replay);
    boolean shortest = again.isPresent() || options.reduction() == Options.Reduction.NONE;
    return new Verdict.Violated(claim, new Explainer(semantics).explain(property, shown, name(property), end,
        shortest), statistics, assumptions.of(property));
  }

  private Answer answer(Property property, Options.Reduction reduction, Limits within) {
    Options how = options.reduction(reduction);
    Side network = side(prepared, how);
    String engine = "pairs, breadth first";
    return property instanceof Property.Refines(Comparison comparison, _, Network specification)
        ? Refinement.refines(network, side(prepared.specification(specification), how), comparison, engine,
        within, progress)
        : Refinement.deterministic(network, engine, within, progress);
  }

  private Optional<Semantics> specification(Property property) {
    return property instanceof Property.Refines(_, _, var network)
        ? Optional.of(prepared.specification(network).semantics()) : Optional.empty();
  }

  private static Optional<String> name(Property property) {
    return property instanceof Property.Refines(_, String name, _) ? Optional.of(name) : Optional.empty();
  }

  private static Side side(Prepared network, Options how) {
    EventSet inSight = Outside.everything(network.semantics().network());
    return network.visible(inSight, how).<Side>map(view -> new Side.OfProduct(view, network.semantics()))
        .orElseGet(() -> new Side.OfModel(switch (how.reduction()) {
          case NONE -> network.whole();
          // Stubborn sets do not preserve refusals.
          case CONFLUENCE, STUBBORN -> Confluence.leaving(network.whole(), inSight);
        }, network.semantics()));
  }

  /// Returns what the comparisons so far cost, if there were any.
  Optional<Statistics> statistics() {
    return verdicts.values().stream().map(Verdict::statistics).findFirst();
  }
}
