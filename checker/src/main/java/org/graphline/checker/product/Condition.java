package org.graphline.checker.product;

import java.util.ArrayList;
import java.util.List;

/// All, or any, of some atoms: what rules ask of a state. Constant atoms are gone.
///
/// @param all whether all must be true, rather than any
record Condition(boolean all, List<Atom> atoms) {
  static final Condition TRUE = new Condition(true, List.of());
  static final Condition FALSE = new Condition(false, List.of());

  Condition {
    atoms = List.copyOf(atoms);
  }

  /// All of `atoms`.
  static Condition all(List<Atom> atoms) {
    var kept = new ArrayList<Atom>();
    for (Atom atom : atoms) {
      if (atom.table().isNeverTrue()) {
        return FALSE;
      }
      if (!atom.table().isAlwaysTrue() && !kept.contains(atom)) {
        kept.add(atom);
      }
    }
    return new Condition(true, kept);
  }

  /// Any of `atoms`.
  static Condition any(List<Atom> atoms) {
    return all(atoms.stream().map(Atom::negated).toList()).negated();
  }

  static Condition of(Atom atom) {
    return all(List.of(atom));
  }

  static Condition constant(boolean value) {
    return value ? TRUE : FALSE;
  }

  Condition negated() {
    return new Condition(!all, atoms.stream().map(Atom::negated).toList());
  }

  boolean isFalse() {
    return !all && atoms.isEmpty();
  }

  boolean isTrue() {
    return all && atoms.isEmpty();
  }

  /// Both, where each is a conjunction.
  Condition and(Condition other) {
    if (isFalse() || other.isFalse()) {
      return FALSE;
    }
    if (!all || !other.all) {
      throw new AssertionError("not conjunctions");
    }
    var both = new ArrayList<>(atoms);
    both.addAll(other.atoms);
    return all(both);
  }

  /// The clauses that say the same.
  List<Clause> clauses() {
    if (!all) {
      return List.of(new Clause(atoms));
    }
    var clauses = new ArrayList<Clause>(atoms.size());
    for (Atom atom : atoms) {
      clauses.add(Clause.of(atom));
    }
    return clauses;
  }

  /// The clauses that say: this, or `unless`.
  List<Clause> clausesUnless(Atom unless) {
    if (all) {
      return atoms.stream().map(a -> new Clause(List.of(unless, a))).toList();
    }
    var any = new ArrayList<Atom>();
    any.add(unless);
    any.addAll(atoms);
    return List.of(new Clause(any));
  }
}
