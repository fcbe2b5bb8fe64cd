package org.graphline.checker.compiled;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Table;

/// The sets of values for which atoms are true. Nobody changes a set that this class has given out.
final class ValueSets {
  private final List<Field> fields;
  private final Map<Table, BitSet> known = new HashMap<>();

  ValueSets(List<Field> fields) {
    this.fields = fields;
  }

  /// Returns the values for which `atom` is true.
  BitSet of(Atom atom) {
    return known.computeIfAbsent(atom.table(), table -> {
      var set = new BitSet(table.size());
      for (int value = 0; value < table.size(); value++) {
        set.set(value, table.at(value) != 0);
      }
      return set;
    });
  }

  /// Returns how many values a field has.
  int size(int field) {
    return fields.get(field).size();
  }

  static BitSet one(int value) {
    var set = new BitSet(value + 1);
    set.set(value);
    return set;
  }

  static BitSet both(BitSet one, BitSet other) {
    var both = (BitSet) one.clone();
    both.and(other);
    return both;
  }

  static BitSet either(BitSet one, BitSet other) {
    var either = (BitSet) one.clone();
    either.or(other);
    return either;
  }

  /// Reports whether every member of `one` is in `other`.
  static boolean isWithin(BitSet one, BitSet other) {
    var rest = (BitSet) one.clone();
    rest.andNot(other);
    return rest.isEmpty();
  }
}
