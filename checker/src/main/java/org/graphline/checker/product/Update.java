package org.graphline.checker.product;

import java.util.List;

/// A change of one field. All updates of an offer read the state before the step, except [Clear].
public sealed interface Update {

  /// The field that changes.
  int field();

  /// The field becomes `value`.
  record Set(int field, int value) implements Update {}

  /// The field becomes what `table` has for its value; never negative where the guard is true.
  record Map(int field, Table table) implements Update {}

  /// The field becomes `next` of `letter` of the value that `source` had before the step: a letter leaves a line, and
  /// what its taker becomes depends on it. `letter` may be negative where the guard is false.
  record Via(int field, int source, Table letter, Table next) implements Update {}

  /// The field becomes 0 if all atoms are true in the state made by the other updates: letters are dropped when the last
  /// reader has closed the line. Listed after all others.
  record Clear(int field, List<Atom> when) implements Update {
    public Clear {
      when = List.copyOf(when);
    }
  }
}
