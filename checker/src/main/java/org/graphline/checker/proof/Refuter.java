package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.graphline.checker.certificate.Certificate.Constraint;
import org.graphline.checker.certificate.Certificate.Lemma;
import org.graphline.checker.sat.Formula;

/// Finds out why a formula has no model, as clauses that follow one after the other.
final class Refuter {
  private final List<Constraint> formula;
  private final int[] cases;
  private final int variables;
  private final Effort effort;

  /// @param cases literals one of which is true in every model, to be looked at one after the other
  Refuter(List<Constraint> formula, int[] cases, Effort effort) {
    this.formula = formula;
    this.cases = cases;
    this.variables = formula.stream().flatMap(c -> c.literals().stream()).mapToInt(Math::abs).max().orElse(0);
    this.effort = effort;
  }

  /// Returns the clauses, the last one without a literal; nothing if that takes too long.
  Optional<List<Lemma>> refute() {
    var solver = new Formula();
    for (int i = 0; i < variables; i++) {
      solver.variable();
    }
    List<int[]> learned = solver.learned();
    formula.forEach(c -> solver.atLeast(c.least(), c.literals().stream().mapToInt(Integer::intValue).toArray()));
    for (int literal : cases) {
      if (!(solver.solveWith(literal, effort::isOverAfterRound) instanceof Formula.Answer.Contradiction)) {
        return Optional.empty();
      }
    }
    if (!(solver.solve(effort::isOverAfterRound) instanceof Formula.Answer.Contradiction)) {
      return Optional.empty();
    }
    learned.add(new int[0]);
    return needed(learned).map(this::explained);
  }

  /// Returns those of the clauses that the last one needs.
  private Optional<List<int[]>> needed(List<int[]> learned) {
    var propagation = new Propagation(variables, formula, effort);
    learned.forEach(l -> propagation.add(clause(l)));
    var marked = new BitSet();
    marked.set(learned.size() - 1);
    var needed = new ArrayList<int[]>();
    for (int i = learned.size() - 1; i >= 0; i--) {
      if (marked.get(i)) {
        Optional<Lemma> lemma = propagation.derive(learned.get(i), formula.size() + i);
        if (lemma.isEmpty()) {
          return Optional.empty();
        }
        Arrays.stream(lemma.get().hints()).filter(h -> h >= formula.size())
            .forEach(h -> marked.set(h - formula.size()));
        needed.add(learned.get(i));
      }
    }
    return Optional.of(needed.reversed());
  }

  private static Constraint clause(int... literals) {
    return new Constraint(1, Arrays.stream(literals).boxed().toList());
  }

  /// Says why each of them follows, with fewer literals where fewer do.
  private List<Lemma> explained(List<int[]> clauses) {
    var propagation = new Propagation(variables, formula, effort);
    var lemmas = new ArrayList<Lemma>();
    for (int[] clause : clauses) {
      Lemma lemma = propagation.derive(clause, formula.size() + lemmas.size()).orElseThrow();
      lemmas.add(lemma);
      propagation.add(clause(lemma.literals()));
      if (lemma.literals().length == 0) {
        break;
      }
    }
    return used(lemmas);
  }

  private List<Lemma> used(List<Lemma> lemmas) {
    var used = new BitSet();
    used.set(lemmas.size() - 1);
    for (int i = lemmas.size() - 1; i >= 0; i--) {
      if (used.get(i)) {
        Arrays.stream(lemmas.get(i).hints()).filter(h -> h >= formula.size())
            .forEach(h -> used.set(h - formula.size()));
      }
    }
    return used.stream().mapToObj(lemmas::get).map(l -> new Lemma(l.literals(), Arrays.stream(l.hints())
        .map(h -> h < formula.size() ? h : formula.size() + used.get(0, h - formula.size()).cardinality())
            .toArray())).toList();
  }
}
