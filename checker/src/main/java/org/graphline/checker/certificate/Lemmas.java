package org.graphline.checker.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphline.checker.certificate.Certificate.Constraint;
import org.graphline.checker.certificate.Certificate.Lemma;

/// Looks at clauses that follow, one after the other, from a formula by reverse unit propagation (Goldberg, Novikov,
/// "Verification of Proofs of Unsatisfiability for CNF Formulas", DATE 2003), each with hints which constraints
/// to look at, so that nothing is searched for (Cruz-Filipe, Heule, Hunt, Kaufmann, Schneider-Kamp, "Efficient
/// Certified RAT Verification", CADE 2017); here with constraints that count.
///
/// So that there is one way only to say it, hints come in the rounds in which they are of use first, and every
/// hint, every literal of a lemma and every lemma is of use.
final class Lemmas {
  private final List<Constraint> constraints;
  private final BitSet used = new BitSet();
  /// For each literal that is true now: since which round, and by the hint at which place; -1 for the lemma.
  private final Map<Integer, int[]> on = new HashMap<>();

  private Lemmas(List<Constraint> formula) {
    this.constraints = new ArrayList<>(formula);
  }

  /// @throws Refused if some lemma does not follow or is of no use, or the last one has a literal
  static void check(List<Constraint> formula, List<Lemma> lemmas) throws Refused {
    var all = new Lemmas(formula);
    for (Lemma lemma : lemmas) {
      all.check(lemma);
      all.constraints.add(new Constraint(1, Arrays.stream(lemma.literals()).boxed().toList()));
    }
    if (lemmas.isEmpty() || lemmas.getLast().literals().length > 0) {
      throw new Refused("the formula is not refuted");
    }
    if (all.used.nextClearBit(formula.size()) < all.constraints.size() - 1) {
      throw new Refused("lemma " + (all.used.nextClearBit(formula.size()) - formula.size()) + " is of no use");
    }
  }

  private void check(Lemma lemma) throws Refused {
    int number = constraints.size();
    on.clear();
    int before = Integer.MIN_VALUE;
    for (int literal : lemma.literals()) {
      if (literal <= before || literal == 0 || on.containsKey(literal)) {
        throw new Refused("the literals of constraint " + number + " are not in order");
      }
      before = literal;
      on.put(-literal, new int[] {0, -1});
    }
    int round = 0;
    int last = -1;
    int[] hints = lemma.hints();
    for (int at = 0; at < hints.length; at++) {
      if (hints[at] < 0 || hints[at] >= number) {
        throw new Refused("there is no constraint " + hints[at] + " before " + number);
      }
      Constraint constraint = constraints.get(hints[at]);
      int next = round(constraint);
      boolean isConflict = isConflict(constraint);
      if (isConflict != (at == hints.length - 1) || next < round || next == round && hints[at] <= last
          || !isConflict && !follow(constraint, next, at)) {
        throw new Refused("constraint " + hints[at] + " is of no use for " + number + ", or not at its place");
      }
      round = next;
      last = hints[at];
      used.set(hints[at]);
    }
    if (hints.length == 0 || !isAllOfUse(lemma)) {
      throw new Refused("constraint " + number + " says more than it needs, or does not follow");
    }
  }

  private boolean isFalse(int literal) {
    return on.containsKey(-literal);
  }

  private int round(Constraint constraint) {
    return 1 + constraint.literals().stream().filter(this::isFalse).mapToInt(l -> on.get(-l)[0]).max().orElse(0);
  }

  private boolean isConflict(Constraint constraint) {
    return constraint.literals().stream().filter(l -> !isFalse(l)).count() < constraint.least();
  }

  /// Makes all literals true that are not false; reports whether this is right and makes a difference.
  private boolean follow(Constraint constraint, int round, int hint) {
    List<Integer> left = constraint.literals().stream().filter(l -> !isFalse(l)).toList();
    List<Integer> made = left.stream().filter(l -> !on.containsKey(l)).toList();
    made.forEach(l -> on.put(l, new int[] {round, hint}));
    return left.size() == constraint.least() && !made.isEmpty();
  }

  private boolean isAllOfUse(Lemma lemma) {
    var useful = new BitSet();
    var literals = new BitSet();
    useful.set(lemma.hints().length - 1);
    for (int at = lemma.hints().length - 1; at >= 0; at--) {
      if (!useful.get(at)) {
        return false;
      }
      for (int literal : constraints.get(lemma.hints()[at]).literals()) {
        int[] since = on.get(-literal);
        if (since != null && since[1] < at) {
          if (since[1] < 0) {
            literals.set(Arrays.binarySearch(lemma.literals(), literal));
          } else {
            useful.set(since[1]);
          }
        }
      }
    }
    return literals.cardinality() == lemma.literals().length;
  }
}
