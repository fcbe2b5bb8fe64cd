package org.graphline.checker.product;

/// True where `table` is not 0 at the value of the field.
public record Atom(int field, Table table) {

  /// Reports whether the atom is true at `value` of its field.
  public boolean holds(int value) {
    return table.at(value) != 0;
  }

  /// Returns the opposite.
  public Atom negated() {
    return new Atom(field, table.negated());
  }
}
