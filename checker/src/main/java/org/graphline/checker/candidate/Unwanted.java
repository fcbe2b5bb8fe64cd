package org.graphline.checker.candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;

/// What no state is to have: some values of some fields together.
///
/// @param fields each of them once
/// @param values what they may not hold together, each of these with a value for each field
public record Unwanted(List<Integer> fields, List<List<Integer>> values) {
  public Unwanted {
    fields = List.copyOf(fields);
    values = List.copyOf(values);
  }

  /// Returns the local states in which instances have met an error (rule R1), instance by instance.
  public static List<Unwanted> errors(Product product) {
    var all = new ArrayList<Unwanted>();
    for (int i = 0; i < product.instances(); i++) {
      List<Standing> standings = product.standings().get(i);
      List<List<Integer>> faulty = IntStream.range(0, standings.size()).filter(s -> standings.get(s).isFaulty())
          .mapToObj(List::of).toList();
      if (!faulty.isEmpty()) {
        all.add(new Unwanted(List.of(i), faulty));
      }
    }
    return all;
  }

  /// Reports whether the fields hold such values in a state, which has a value for each field of the product.
  public boolean isMet(int[] state) {
    for (List<Integer> those : values) {
      boolean met = true;
      for (int i = 0; i < those.size(); i++) {
        met &= state[fields.get(i)] == those.get(i);
      }
      if (met) {
        return true;
      }
    }
    return false;
  }
}
