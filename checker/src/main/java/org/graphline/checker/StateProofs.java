package org.graphline.checker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.graphline.checker.candidate.ProductRun;
import org.graphline.checker.candidate.Unwanted;
import org.graphline.checker.candidate.UnwantedSearch;
import org.graphline.checker.engine.Judgement.Closure;
import org.graphline.checker.engine.Judgement.Evidence;
import org.graphline.checker.engine.Prepared;
import org.graphline.checker.engine.ProductView;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.engine.Verdicts;
import org.graphline.checker.packed.Watch;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.checker.product.Standing;
import org.graphline.checker.proof.StateProof;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;

/// Judges `error free`, `always` and `never` without looking at all states: what a state must not be is excluded by
/// what neighbors can be in together, or a run is led there.
final class StateProofs {
  /// More combinations of values that a condition speaks of are not looked at, nor as many values of all fields.
  private static final long MOST_COMBINATIONS = 1 << 12;
  private static final long MOST_LOOKS = 1 << 26;

  private final Prepared prepared;
  private final Progress progress;
  private final BooleanSupplier isOver;
  private final Map<Property, Answer> answers = new HashMap<>();

  /// @param isOver asked now and then whether to give up
  StateProofs(Prepared prepared, Progress progress, BooleanSupplier isOver) {
    this.prepared = prepared;
    this.progress = progress;
    this.isOver = isOver;
  }

  /// What is known of a property.
  sealed interface Answer {

    /// It holds.
    record Proved(String argument) implements Answer {}

    /// It does not.
    ///
    /// @param candidates how many values led the search
    record Refuted(Evidence evidence, int candidates) implements Answer {}

    /// Nothing is known.
    record Open() implements Answer {}
  }

  /// Returns what is known of a property that single states decide; worked out once.
  Answer judge(Property property) {
    Answer known = answers.get(property);
    if (known == null) {
      known = property instanceof Property.ErrorFree && prepared.excerpts().isPresent() ? alone()
          : prepared.product().map(m -> judge(property, m)).orElse(new Answer.Open());
      answers.put(property, known);
    }
    return known;
  }

  /// Reports whether the local states of single components are enough to prove the property.
  boolean isAlone(Property property) {
    return alone().equals(answers.get(property));
  }

  private Answer alone() {
    return new Answer.Proved("local states of " + prepared.semantics().network().instances().size() + " components");
  }

  private Answer judge(Property property, Products.Made made) {
    boolean errors = property instanceof Property.ErrorFree;
    Optional<List<Unwanted>> unwanted = errors ? Optional.of(Unwanted.errors(made.product()))
        : conditions(property, made);
    if (unwanted.isEmpty()) {
      return new Answer.Open();
    }
    if (unwanted.get().isEmpty()) {
      return alone();
    }
    progress.judging(Verdicts.name(property));
    StateProof.Answer said = StateProof.judge(made.product(), unwanted.get(), isOver);
    if (said.argument().isPresent()) {
      return new Answer.Proved(said.argument().get());
    }
    progress.judging("candidates for a violation of " + Verdicts.name(property));
    Optional<ProductRun> run = errors ? UnwantedSearch.error(made.product(), said.left(), isOver)
        : UnwantedSearch.find(made.product(), said.left(), isOver);
    return run.flatMap(r -> r.steps(prepared.semantics(), made.translation()))
        .flatMap(r -> shown(prepared, property, r))
        .<Answer>map(e -> new Answer.Refuted(e, said.left().size())).orElse(new Answer.Open());
  }

  /// Returns the evidence that a run ends in a state that violates the property, if the model says so.
  static Optional<Evidence> shown(Prepared prepared, Property property, List<Step> run) {
    State end = run.isEmpty() ? prepared.semantics().initial() : run.getLast().target();
    return isViolated(property, prepared.whole(), end) ? Optional.of(new Evidence(Verdicts.finding(property), run,
        List.of(), List.of(), Closure.NO_LOOP)) : Optional.empty();
  }

  private static boolean isViolated(Property property, NetworkStateSpace whole, State end) {
    boolean faulty = whole.isFaulty(end);
    return switch (property) {
      case Property.ErrorFree _ -> faulty;
      case Property.Always(var conditions) -> !faulty && !conditions.stream().allMatch(c -> whole.holds(c, end));
      case Property.Never(var conditions) -> !faulty && conditions.stream().anyMatch(c -> whole.holds(c, end));
      case Property.DeadlockFree _, Property.LivelockFree _, Property.Terminates _, Property.ShutsDown _,
          Property.LeadsTo _, Property.Can _, Property.Cannot _, Property.Refines _, Property.Deterministic _ -> false;
    };
  }

  /// Returns what the conditions of a property forbid; nothing if that is too much to look at.
  private Optional<List<Unwanted>> conditions(Property property, Products.Made made) {
    var all = new ArrayList<Unwanted>();
    for (Watch watch : ProductView.interest(prepared.whole(), made, List.of(property)).watches()) {
      Product product = made.product();
      long combinations = 1;
      for (int field : watch.fields()) {
        combinations = Math.min(combinations * product.fields().get(field).size(), MOST_LOOKS + 1);
      }
      if (watch.fields().isEmpty() || combinations > MOST_COMBINATIONS
          || combinations * product.fields().size() > MOST_LOOKS) {
        return Optional.empty();
      }
      unwanted(watch, product, (int) combinations).ifPresent(all::add);
    }
    return Optional.of(all);
  }

  private static Optional<Unwanted> unwanted(Watch watch, Product product, int combinations) {
    var values = new ArrayList<List<Integer>>();
    for (int c = 0; c < combinations; c++) {
      int[] those = new int[watch.fields().size()];
      int rest = c;
      boolean faulty = false;
      for (int i = 0; i < those.length; i++) {
        int field = watch.fields().get(i);
        those[i] = rest % product.fields().get(field).size();
        rest /= product.fields().get(field).size();
        faulty |= isFaulty(product, field, those[i]);
      }
      if (!faulty && watch.condition().isMet(those.clone())) {
        values.add(Arrays.stream(those).boxed().toList());
      }
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(new Unwanted(watch.fields(), values));
  }

  /// Where somebody has met an error conditions are not asked.
  private static boolean isFaulty(Product product, int field, int value) {
    if (field >= product.instances()) {
      return false;
    }
    Standing standing = product.standings().get(field).get(value);
    return standing.isFaulty();
  }
}
