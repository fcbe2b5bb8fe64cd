package org.graphline.checker.proof;

import java.util.Arrays;
import java.util.BitSet;

/// Pairs of local states of two instances, a row for each state of the first. Equal relations are
/// interchangeable.
final class Relation {
  private final BitSet[] rows;
  private final int hash;

  /// The rows are not copied and must not be changed.
  Relation(BitSet[] rows) {
    this.rows = rows;
    this.hash = Arrays.hashCode(rows);
  }

  static BitSet[] rows(int size) {
    var rows = new BitSet[size];
    Arrays.setAll(rows, _ -> new BitSet());
    return rows;
  }

  BitSet row(int state) {
    return rows[state];
  }

  int size() {
    return rows.length;
  }

  boolean has(int one, int other) {
    return rows[one].get(other);
  }

  Relation turned(int others) {
    BitSet[] turned = rows(others);
    for (int i = 0; i < rows.length; i++) {
      int one = i;
      rows[i].stream().forEach(j -> turned[j].set(one));
    }
    return new Relation(turned);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Relation that && hash == that.hash && Arrays.equals(rows, that.rows);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
