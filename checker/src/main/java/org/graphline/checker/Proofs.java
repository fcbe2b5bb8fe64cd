package org.graphline.checker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.graphline.checker.candidate.StuckSearch;
import org.graphline.checker.engine.Judgement;
import org.graphline.checker.engine.Judgement.Closure;
import org.graphline.checker.engine.Judgement.Evidence;
import org.graphline.checker.engine.Limits;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Outcome;
import org.graphline.checker.engine.Prepared;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.engine.StuckGroups;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.checker.proof.EndlessRuns;
import org.graphline.checker.proof.EndlessRuns.Argument;
import org.graphline.checker.proof.Ends;
import org.graphline.checker.proof.KindProof;
import org.graphline.checker.proof.LocalProof;
import org.graphline.checker.proof.LocalProof.Answer;
import org.graphline.checker.verdict.Finding;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Statistics;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;

/// Judges properties without looking at states of the network, where that is possible.
final class Proofs {
  /// A network of more instances is likely to have too many states; proofs are tried first.
  private static final int MANY = 40;

  private final Prepared prepared;
  private final Options options;
  private final Limits limits;
  private final Progress progress;
  private final Map<Property, Statistics> proved = new LinkedHashMap<>();
  private final Map<Property, Evidence> refuted = new LinkedHashMap<>();
  private final Map<Property, Statistics> refutations = new LinkedHashMap<>();
  private final StateProofs states;
  private Optional<Answer> answer = Optional.empty();

  Proofs(Prepared prepared, Options options, Limits limits, Progress progress) {
    this.prepared = prepared;
    this.options = options;
    this.limits = limits;
    this.progress = progress;
    this.states = new StateProofs(prepared, progress, this::isOver);
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
      Optional<Statistics> proof = proof(property);
      proof.ifPresent(p -> proved.put(property, p));
      if (proof.isEmpty() && !refuted.containsKey(property)) {
        left.add(property);
      }
    }
    return left;
  }

  private Optional<Statistics> proof(Property property) {
    if (options.steps() == Options.Steps.MODEL) {
      return Optional.empty();
    }
    return switch (property) {
      case Property.DeadlockFree _ -> deadlockFree(property);
      case Property.ErrorFree _, Property.Always _, Property.Never _ -> states(property);
      case Property.LivelockFree(var wanted) -> made().flatMap(m -> livelockFree(wanted, m.product()));
      case Property.Terminates _ -> made().flatMap(m -> ends(false, m.product()));
      case Property.ShutsDown _ -> made().flatMap(m -> ends(true, m.product()));
      case Property.LeadsTo _, Property.Can _, Property.Cannot _,
          Property.Refines _, Property.Deterministic _ ->
          Optional.empty();
    };
  }

  private Optional<Statistics> states(Property property) {
    return switch (states.judge(property)) {
      case StateProofs.Answer.Proved(String argument) -> Optional.of(cost(argument));
      case StateProofs.Answer.Refuted(Evidence evidence, int candidates) -> {
        refute(property, evidence, candidates);
        yield Optional.empty();
      }
      case StateProofs.Answer.Open _ -> Optional.empty();
    };
  }

  /// Returns what kinds or pairs of neighbors say about deadlocks, worked out once.
  private Answer neighbors() {
    if (answer.isEmpty()) {
      progress.judging("deadlock free");
      answer = prepared.excerpts().flatMap(e -> KindProof.deadlockFree(e, this::isOver))
          .map(p -> new Answer(Optional.of(p), List.of()))
          .or(() -> made().map(m -> LocalProof.judge(m.product(), this::isOver)));
    }
    return answer.orElse(new Answer(Optional.empty(), List.of()));
  }

  private Optional<Statistics> deadlockFree(Property property) {
    Answer said = neighbors();
    if (!said.candidates().isEmpty()) {
      progress.judging("candidates for a deadlock");
      made().flatMap(m -> StuckSearch.find(m.product(), said.candidates(), this::isOver)
          .flatMap(run -> run.steps(prepared.semantics(), m.translation())))
          .flatMap(run -> stuck(prepared, run))
          .ifPresent(evidence -> refute(property, evidence, said.candidates().size()));
    }
    return said.proof().map(p -> cost(p.describe()));
  }

  private void refute(Property property, Evidence evidence, int candidates) {
    refuted.put(property, evidence);
    String engine = "guided search, " + candidates + (candidates == 1 ? " candidate" : " candidates");
    refutations.put(property, new Statistics(engine, 0, 0, evidence.length(), limits.seconds(), 0, false));
  }

  /// Returns the evidence that a run ends with a stuck group, if the model says so.
  static Optional<Evidence> stuck(Prepared prepared, List<Step> run) {
    Semantics semantics = prepared.semantics();
    State end = run.isEmpty() ? semantics.initial() : run.getLast().target();
    List<Integer> group = StuckGroups.find(prepared.whole(), end, semantics.steps(end));
    return group.isEmpty() ? Optional.empty()
        : Optional.of(new Evidence(Finding.DEADLOCK, run, List.of(), group, Closure.NO_LOOP));
  }

  private Optional<Statistics> livelockFree(EventSet wanted, Product product) {
    progress.judging("livelock free");
    return EndlessRuns.excluded(product, l -> prepared.whole().isIn(wanted, l), false, this::isOver)
        .map(a -> local(a, product));
  }

  /// Every fair run ends, and where it ends nobody is busy and no letter is left: it is over then, or closing time
  /// comes.
  private Optional<Statistics> ends(boolean closed, Product product) {
    progress.judging(closed ? "shuts down" : "terminates");
    if (!Ends.leaveNoLetters(prepared.semantics().network(), product)) {
      return Optional.empty();
    }
    return EndlessRuns.excluded(product, _ -> false, closed, this::isOver)
        .filter(_ -> neighbors().proof().isPresent() && states(new Property.ErrorFree()).isPresent())
        .map(a -> local(a, product));
  }

  private Statistics local(Argument argument, Product product) {
    return cost(String.format(Locale.ROOT, "%s, %,d components", argument.words(), product.instances()));
  }

  private Optional<Products.Made> made() {
    return prepared.product();
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

  /// Returns a run that shows that the property does not hold, if one was found.
  Optional<Evidence> against(Property property) {
    return Optional.ofNullable(refuted.get(property));
  }

  /// Returns what was done to find the run that [#against] returned.
  Statistics refutation(Property property) {
    return refutations.get(property);
  }

  /// Returns what the first proof cost that needed more than single components.
  Optional<Statistics> statistics() {
    return proved.entrySet().stream().filter(e -> !states.isAlone(e.getKey())).map(Map.Entry::getValue).findFirst();
  }

  /// Returns that nothing was found out, as nothing but proofs was asked for.
  Outcome nothing(List<Property> properties) {
    Map<Property, Judgement> open = new LinkedHashMap<>();
    Reason reason = limits.passed(List::of).orElse(new Reason.NotProved());
    properties.forEach(p -> open.put(p, new Judgement.Open(reason)));
    return new Outcome(open, new Statistics("proofs only", 0, 0, 0, limits.seconds(), 0, false));
  }
}
