package org.graphline.checker.compiled;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;

/// What must be true for an offer, in a simple form: for some fields the values they may have, and clauses
/// over several fields that those do not decide.
final class Guard {
  private final ValueSets sets;
  private final Map<Integer, BitSet> allowed = new TreeMap<>();
  private List<Map<Integer, BitSet>> clauses = new ArrayList<>();
  private boolean impossible;

  /// The guard `guard` where the field `lead`, if not negative, has the value `value`.
  Guard(ValueSets sets, int lead, int value, List<Clause> guard) {
    this.sets = sets;
    if (lead >= 0) {
      allowed.put(lead, ValueSets.one(value));
    }
    guard.forEach(c -> clauses.add(byField(c)));
    while (simplify()) {
      continue;
    }
  }

  private Map<Integer, BitSet> byField(Clause clause) {
    var any = new TreeMap<Integer, BitSet>();
    for (Atom atom : clause.atoms()) {
      any.merge(atom.field(), sets.of(atom), ValueSets::either);
    }
    return any;
  }

  /// Uses what is known of single fields on the clauses; returns whether more is known afterwards.
  private boolean simplify() {
    var left = new ArrayList<Map<Integer, BitSet>>();
    boolean more = false;
    for (Map<Integer, BitSet> clause : clauses) {
      var open = new TreeMap<Integer, BitSet>();
      boolean decided = false;
      for (var entry : clause.entrySet()) {
        BitSet before = allowed(entry.getKey());
        BitSet values = ValueSets.both(before, entry.getValue());
        decided |= values.cardinality() == before.cardinality();
        if (!values.isEmpty()) {
          open.put(entry.getKey(), values);
        }
      }
      if (decided) {
        continue;
      }
      impossible |= open.isEmpty();
      if (open.size() == 1) {
        allowed.putAll(open);
        more = true;
      } else {
        left.add(open);
      }
    }
    clauses = left;
    return more && !impossible;
  }

  /// Reports whether it is never true.
  boolean isImpossible() {
    return impossible;
  }

  /// Returns the values a field may have.
  BitSet allowed(int field) {
    BitSet values = allowed.get(field);
    if (values == null) {
      values = new BitSet();
      values.set(0, sets.size(field));
    }
    return values;
  }

  /// Reports whether it says something about the field alone.
  boolean restricts(int field) {
    return allowed.containsKey(field);
  }

  /// Returns the fields it says something about alone.
  List<Integer> restricted() {
    return List.copyOf(allowed.keySet());
  }

  /// Reports whether the field can only have one value.
  boolean isKnown(int field) {
    return sets.size(field) == 1 || allowed.containsKey(field) && allowed.get(field).cardinality() == 1;
  }

  /// Returns the only value a field can have.
  int value(int field) {
    return allowed(field).nextSetBit(0);
  }

  /// Returns the clauses over several fields, as the values of each that make it true.
  List<Map<Integer, BitSet>> clauses() {
    return clauses;
  }
}
