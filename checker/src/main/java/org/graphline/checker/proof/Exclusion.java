package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.checker.candidate.Unwanted;
import org.graphline.checker.sat.Formula;

/// Asks a formula for unwanted values that any two neighbors can have together, until there are none. What an invariant
/// or a trap forbids is ruled out ([Cuts]); what nothing forbids may be reachable, and is not asked for again.
final class Exclusion {
  private static final int MOST_ROUNDS = 100;
  private static final int MOST_CANDIDATES = 16;

  private final Wiring wiring;
  private final List<Unwanted> unwanted;
  private final Map<Part, Integer> open = new LinkedHashMap<>();
  private final List<Part> possible = new ArrayList<>();

  /// What is unwanted, one by one: the position of the [Unwanted], and the values of its fields.
  private record Part(int which, List<Integer> values) {}

  private Exclusion(Wiring wiring, List<Unwanted> unwanted) {
    this.wiring = wiring;
    this.unwanted = unwanted;
  }

  /// What is left.
  ///
  /// @param left       for each what may be reachable, or is not known not to be; what the formula allows comes first
  /// @param invariants said to rule out the rest
  /// @param traps      said to rule out the rest
  record Left(List<Unwanted> left, int invariants, int traps) {}

  /// Returns what is left of what is unwanted; all of it, if that is too much to look at.
  ///
  /// @throws Effort.Exhausted if it takes too much
  static Left of(Wiring wiring, List<Unwanted> unwanted) {
    return new Exclusion(wiring, unwanted).find();
  }

  private Left find() {
    var places = new Places(wiring.product());
    Optional<Together> together = wiring.instances() > Satisfiability.MOST_COMPONENTS
        || places.count() > Satisfiability.MOST_PLACES ? Optional.empty() : Together.of(wiring);
    if (together.isEmpty()) {
      return new Left(unwanted, 0, 0);
    }
    var formula = new Formula();
    var marking = new Marking(formula, places);
    together.get().spaces().forEach(s -> marking.pair(s, wiring.effort()));
    for (int which = 0; which < unwanted.size(); which++) {
      for (List<Integer> values : unwanted.get(which).values()) {
        open.put(new Part(which, values), had(formula, marking, unwanted.get(which).fields(), values));
      }
    }
    formula.clause(open.values().stream().mapToInt(Integer::intValue).toArray());
    var cuts = new Cuts(wiring, places, together.get(), marking);
    boolean isAll = refine(formula, marking, cuts);
    return new Left(left(isAll), cuts.invariants().size(), cuts.traps().size());
  }

  /// Returns a variable that is true only where the fields have these values.
  private static int had(Formula formula, Marking marking, List<Integer> fields, List<Integer> values) {
    int had = formula.variable();
    for (int i = 0; i < fields.size(); i++) {
      formula.clause(-had, marking.holds(fields.get(i), values.get(i)));
    }
    return had;
  }

  /// Reports whether all that the formula allows is known at the end.
  private boolean refine(Formula formula, Marking marking, Cuts cuts) {
    for (int round = 0; round < MOST_ROUNDS && possible.size() < MOST_CANDIDATES; round++) {
      switch (formula.solve(wiring.effort()::isOverAfterRound)) {
        case Formula.Answer.Contradiction _ -> {
          return true;
        }
        case Formula.Answer.Open _ -> {
          return false;
        }
        case Formula.Answer.Satisfied(var on) -> {
          int[] values = marking.values(on);
          if (!cuts.cut(values)) {
            had(values).forEach(p -> {
              formula.clause(-open.get(p));
              possible.add(p);
            });
          }
        }
      }
    }
    return false;
  }

  /// Returns what is unwanted and had in a state, and not known to be possible yet.
  private List<Part> had(int[] state) {
    return open.keySet().stream().filter(p -> !possible.contains(p))
        .filter(p -> new Unwanted(unwanted.get(p.which()).fields(), List.of(p.values())).isMet(state)).toList();
  }

  private List<Unwanted> left(boolean isAll) {
    Map<Integer, List<List<Integer>>> kept = new HashMap<>();
    possible.forEach(p -> kept.computeIfAbsent(p.which(), _ -> new ArrayList<>()).add(p.values()));
    if (!isAll) {
      open.keySet().stream().filter(p -> !possible.contains(p))
          .forEach(p -> kept.computeIfAbsent(p.which(), _ -> new ArrayList<>()).add(p.values()));
    }
    var left = new ArrayList<Unwanted>();
    for (int which = 0; which < unwanted.size(); which++) {
      left.add(new Unwanted(unwanted.get(which).fields(), kept.getOrDefault(which, List.of())));
    }
    return left;
  }
}
