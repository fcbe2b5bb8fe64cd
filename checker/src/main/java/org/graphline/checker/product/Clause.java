package org.graphline.checker.product;

import java.util.List;

/// True where any of the atoms is; false if there are none. A guard is a list of clauses, all of which must be true.
public record Clause(List<Atom> atoms) {
  public Clause {
    atoms = List.copyOf(atoms);
  }

  /// Returns the clause of one atom.
  public static Clause of(Atom atom) {
    return new Clause(List.of(atom));
  }
}
