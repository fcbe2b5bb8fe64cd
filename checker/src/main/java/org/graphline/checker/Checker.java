package org.graphline.checker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graphline.checker.engine.BreadthFirst;
import org.graphline.checker.engine.Contributors;
import org.graphline.checker.engine.GaveUp;
import org.graphline.checker.engine.Judgement;
import org.graphline.checker.engine.Judgement.Evidence;
import org.graphline.checker.engine.Limits;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Outcome;
import org.graphline.checker.engine.Prepared;
import org.graphline.checker.engine.ProductEngine;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.engine.SafetyMonitor;
import org.graphline.checker.product.Products;
import org.graphline.checker.reduction.Confluence;
import org.graphline.checker.space.Faults;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.checker.space.WideChoices;
import org.graphline.checker.store.Storage;
import org.graphline.checker.story.Assumptions;
import org.graphline.checker.story.Editor;
import org.graphline.checker.story.Explainer;
import org.graphline.checker.story.Replay;
import org.graphline.checker.verdict.Counterexample;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Statistics;
import org.graphline.checker.verdict.Verdict;
import org.graphline.model.network.Network;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.source.Span;

/// Checks networks.
///
/// One exploration, reduced where [Options] allow, judges all properties. What it finds violated is looked at
/// again without the reduction, no deeper than the story found, so that the story shown is a shortest one.
public final class Checker {
  /// A second search for a shorter story that ends may store so many states; it goes no deeper than the first
  /// story.
  private static final long SHORTER_END = 300_000;
  /// A second search for a shorter way into a loop may store so many states, as it must see them all.
  private static final long SHORTER_LASSO = 2_000_000;

  /// A first look at a network of graphs stores so many states at most; what that does not decide is composed.
  private static final long FIRST_LOOK = 20_000;

  /// Stubborn sets are sought among so many offers at most.
  private static final long MOST_OFFERS = 8_000;

  private final Options options;
  private final Progress progress;
  private final Limits limits;
  private final Semantics semantics;
  private final NetworkStateSpace whole;
  private final Prepared prepared;
  private final Assumptions assumptions;
  private final Optional<Reason> wide;
  private final Comparisons comparisons;
  private final Proofs proofs;
  private final Compositions compositions;

  private Checker(Prepared prepared, Options options, Progress progress) {
    this.prepared = prepared;
    this.options = options;
    this.progress = progress;
    this.limits = Limits.of(options);
    this.semantics = prepared.semantics();
    this.whole = prepared.whole();
    prepared.whileMaking(limits.look(() -> Contributors.among(whole)));
    this.wide = WideChoices.in(semantics);
    this.assumptions = new Assumptions(semantics, options.timers());
    this.proofs = new Proofs(prepared, options, limits, progress);
    this.compositions = new Compositions(prepared, options, limits, progress);
    this.comparisons = new Comparisons(prepared, options, limits, progress, assumptions);
  }

  /// Returns what is found out about the claims, and about `error free`, of `network`.
  public static Report check(Network network, List<Claim> claims, Options options, Progress progress) {
    return check(new Prepared(network, options.timers()), claims, options, progress);
  }

  /// Returns what is found out about the claims, and about `error free`, of a network that is checked more than once.
  public static Report check(Prepared network, List<Claim> claims, Options options, Progress progress) {
    return new Checker(network, options, progress).check(claims);
  }

  private Optional<Products.Made> made() {
    return options.steps() == Options.Steps.MODEL ? Optional.empty() : prepared.product();
  }

  private Report check(List<Claim> claims) {
    Set<Property> properties = new LinkedHashSet<>();
    claims.stream().map(Claim::property).filter(p -> !Comparisons.decide(p)).forEach(properties::add);
    properties.add(new Property.ErrorFree());
    boolean onlyComparisons = properties.size() == 1 && !claims.isEmpty() && !Faults.arePossible(semantics);
    Outcome first = onlyComparisons ? unexplored() : explore(List.copyOf(properties));
    Map<Property, Judgement> shorter = shorter(first);
    List<Verdict> claimed = claims.stream().map(c -> verdict(c, first, shorter)).toList();
    Verdict errorFree = claimed.stream().filter(v -> v.claim().property() instanceof Property.ErrorFree).findFirst()
        .orElseGet(() -> verdict(new Claim(new Property.ErrorFree(), false, "error free", span(claims)), first,
            shorter));
    Statistics explored = first.statistics();
    Statistics statistics = explored.states() > 0 || !explored.complete() ? explored
        : comparisons.statistics().or(proofs::statistics).orElse(explored);
    return new Report(semantics.network(), claimed, errorFree, statistics);
  }

  private static Span span(List<Claim> claims) {
    return claims.isEmpty() ? Span.BUILT_IN : claims.getFirst().span();
  }

  private Outcome explore(List<Property> properties) {
    try {
      wide.ifPresent(reason -> {
        throw new GaveUp(reason);
      });
      return decide(properties);
    } catch (GaveUp limit) {
      Map<Property, Judgement> all = new LinkedHashMap<>();
      properties.forEach(p -> all.put(p, new Judgement.Open(limit.reason())));
      return new Outcome(all, new Statistics("", 0, 0, 0, limits.seconds(), 0, false));
    }
  }

  private Outcome decide(List<Property> properties) {
    List<Property> unproved = proofs.first() ? proofs.leave(properties) : properties;
    if (unproved.isEmpty()) {
      return unexplored();
    }
    Outcome outcome = options.engine() == Options.Engine.PROOFS ? proofs.nothing(unproved) : searched(unproved);
    if (proofs.last()) {
      proofs.leave(unproved.stream().filter(p -> isOutOfReach(outcome.judgements().get(p))).toList());
    }
    return outcome;
  }

  /// A proof may still decide what memory was too small for.
  private static boolean isOutOfReach(Judgement judgement) {
    return judgement instanceof Judgement.Open(Reason reason) && switch (reason) {
      case Reason.StateLimit _, Reason.MemoryLimit _ -> true;
      case Reason.Approximate _, Reason.TimeLimit _, Reason.Untold _, Reason.NotByStates _, Reason.NotProved _,
          Reason.NotComposed _, Reason.NotForAllSizes _, Reason.OfOneSize _, Reason.TooManyValues _,
          Reason.Cancelled _ -> false;
    };
  }

  private Outcome searched(List<Property> properties) {
    if (Faults.arePossible(semantics)) {
      return composedOrSearched(properties);
    }
    List<Property> others = properties.stream().filter(p -> !(p instanceof Property.ErrorFree)).toList();
    Outcome outcome = composedOrSearched(others);
    Map<Property, Judgement> all = new LinkedHashMap<>(outcome.judgements());
    all.put(new Property.ErrorFree(), new Judgement.Holds());
    return new Outcome(all, outcome.statistics());
  }

  /// A small network is searched. Of a larger one with graphs inside, composition judges what it can.
  private Outcome composedOrSearched(List<Property> properties) {
    if (options.engine() == Options.Engine.COMPOSITION) {
      return compositions.only(properties);
    }
    if (!compositions.second()) {
      return search(properties);
    }
    Outcome look = search(properties, options, limits.upTo(FIRST_LOOK));
    Map<Property, Judgement> all = new LinkedHashMap<>(look.judgements());
    List<Property> open = properties.stream().filter(p -> isOutOfReach(all.get(p))).toList();
    List<Property> left = compositions.leave(open);
    open.forEach(p -> compositions.of(p).ifPresent(j -> all.put(p, j)));
    if (open.isEmpty() || limits.maxStates() <= FIRST_LOOK && !left.isEmpty()) {
      return new Outcome(all, look.statistics());
    }
    if (left.isEmpty()) {
      return new Outcome(all, compositions.statistics(open));
    }
    Outcome rest = search(left);
    all.putAll(rest.judgements());
    return new Outcome(all, rest.statistics());
  }

  /// There are no error states, and nothing else asks for an exploration.
  private Outcome unexplored() {
    return new Outcome(Map.of(new Property.ErrorFree(), new Judgement.Holds()),
        new Statistics("", 0, 0, 0, limits.seconds(), 0, true));
  }

  private Outcome search(List<Property> properties) {
    return search(properties, options, limits);
  }

  private Outcome search(List<Property> properties, Options how, Limits bounds) {
    return how.storage().exact() || made().isEmpty() ? explored(properties, how, bounds)
        : approximately(properties, how, bounds);
  }

  /// Searches for single states that violate what they decide. Stubborn sets keep every state they find; so the
  /// states are reduced by confluence at most.
  private Outcome approximately(List<Property> properties, Options how, Limits bounds) {
    List<Property> decided = properties.stream().filter(SafetyMonitor::isSafety).toList();
    Options by = how.reduction() == Options.Reduction.NONE ? how : how.reduction(Options.Reduction.CONFLUENCE);
    Outcome outcome = decided.isEmpty() ? unexplored() : explored(decided, by, bounds);
    Map<Property, Judgement> all = new LinkedHashMap<>();
    properties.forEach(p -> all.put(p, SafetyMonitor.isSafety(p) ? outcome.judgements().get(p)
        : new Judgement.Open(new Reason.NotByStates())));
    return new Outcome(all, outcome.statistics());
  }

  private Outcome explored(List<Property> properties, Options how, Limits bounds) {
    return made().map(m -> {
      Options fitting = fitting(m, how);
      return new ProductEngine(prepared.space(properties, fitting), fitting).judge(properties, bounds, progress);
    }).orElseGet(() -> switch (how.reduction()) {
          case NONE -> new BreadthFirst("breadth first" + unpacked()).judge(whole, properties, bounds, progress);
          case CONFLUENCE, STUBBORN -> new BreadthFirst("breadth first, confluence" + unpacked())
              .judge(new Confluence(whole, properties), properties, bounds, progress);
        });
  }

  /// What stubborn sets have to know grows with the square of the offers; beyond some number confluence costs less.
  private static Options fitting(Products.Made made, Options how) {
    long offers = made.product().leads().stream().flatMap(l -> l.offers().stream()).mapToLong(List::size).sum();
    return how.reduction() == Options.Reduction.STUBBORN && offers > MOST_OFFERS
        ? how.reduction(Options.Reduction.CONFLUENCE) : how;
  }

  /// Returns why the network is not explored as a product, if a product was wanted.
  private String unpacked() {
    return options.steps() == Options.Steps.MODEL ? "" : ", not packed: " + prepared.obstacle();
  }

  /// Judges again, without reduction, what the first search found violated.
  private Map<Property, Judgement> shorter(Outcome first) {
    Map<Property, Judgement> shorter = new LinkedHashMap<>();
    if (options.engine() != Options.Engine.COMPOSITION && (options.reduction() != Options.Reduction.NONE
        || options.symmetry() || !options.storage().exact())) {
      var ends = new ArrayList<Property>();
      var lassos = new ArrayList<Property>();
      int depth = 0;
      for (Map.Entry<Property, Judgement> entry : first.judgements().entrySet()) {
        if (entry.getValue() instanceof Judgement.Fails(Evidence evidence)) {
          boolean loops = !evidence.loop().isEmpty() || entry.getKey() instanceof Property.Can;
          (loops ? lassos : ends).add(entry.getKey());
          depth = loops ? depth : Math.max(depth, evidence.length());
        }
      }
      again(ends, limits.within(SHORTER_END, depth), shorter);
      again(lassos, limits.within(SHORTER_LASSO, Integer.MAX_VALUE), shorter);
    }
    return shorter;
  }

  private void again(List<Property> violated, Limits bounds, Map<Property, Judgement> into) {
    if (!violated.isEmpty()) {
      progress.judging("shortest story");
      into.putAll(search(violated, options.reduction(Options.Reduction.NONE).symmetry(false).storage(Storage.EXACT),
          bounds).judgements());
    }
  }

  /// Returns the story of what was found, made readable. It is replayed before and after.
  private Counterexample story(Property property, Evidence found, boolean shortest) {
    var replay = new Replay(semantics);
    replay.confirm(property, found);
    Evidence edited = new Editor(semantics).edit(property, found, shortest);
    return new Explainer(semantics).explain(property, edited, replay.confirm(property, edited), shortest);
  }

  private Verdict verdict(Claim claim, Outcome first, Map<Property, Judgement> shorter) {
    Property property = claim.property();
    Statistics statistics = compositions.cost(property).orElse(first.statistics());
    if (Comparisons.decide(property)) {
      return wide.<Verdict>map(reason -> new Verdict.Undecided(claim, reason, statistics, assumptions.of(property)))
          .orElseGet(() -> comparisons.verdict(claim));
    }
    if (proofs.of(property).isPresent()) {
      return new Verdict.Holds(claim, proofs.of(property).get(), assumptions.of(property));
    }
    if (proofs.against(property).isPresent()) {
      return new Verdict.Violated(claim, story(property, proofs.against(property).get(), false),
          proofs.refutation(property), assumptions.of(property));
    }
    return switch (first.judgements().get(property)) {
      case Judgement.Holds() -> new Verdict.Holds(claim, statistics, assumptions.of(property));
      case Judgement.Open(var reason) -> new Verdict.Undecided(claim, reason, statistics, assumptions.of(property));
      case Judgement.Fails(Evidence found) -> {
        boolean again = shorter.get(property) instanceof Judgement.Fails;
        Evidence evidence = shorter.get(property) instanceof Judgement.Fails(Evidence better)
            && better.length() <= found.length() ? better : found;
        boolean shortest = again || compositions.of(property).isEmpty()
            && options.reduction() == Options.Reduction.NONE && !options.symmetry() && options.storage().exact();
        yield new Verdict.Violated(claim, story(property, evidence, shortest), statistics, assumptions.of(property));
      }
    };
  }
}
