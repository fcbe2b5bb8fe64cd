package org.graphline.checker.packed;

import java.util.ArrayList;
import java.util.List;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Table;

/// Where the error states of a product are (rule R1).
public final class Faults {
  private Faults() {}

  /// Returns for each instance that can fall into an error state where it is in one.
  public static List<Atom> of(Product product) {
    var faults = new ArrayList<Atom>();
    for (int i = 0; i < product.instances(); i++) {
      var table = new Table(
          product.standings().get(i).stream().mapToInt(s -> s.isFaulty() ? 1 : 0).toArray());
      if (!table.isNeverTrue()) {
        faults.add(new Atom(i, table));
      }
    }
    return List.copyOf(faults);
  }
}
