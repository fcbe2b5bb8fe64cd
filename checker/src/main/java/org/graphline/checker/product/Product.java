package org.graphline.checker.product;

import java.util.List;
import java.util.Optional;

/// A network as fields and offers. Its steps are those of the model's `Semantics`: with the same fields' values, the same
/// labels and targets.
///
/// A state is the values of all fields. The fields 0 to `instances - 1` are the local states of the instances, in order.
/// In a state with a faulty local state nothing is offered.
///
/// @param initial   the value of each field in the initial state
/// @param standings for each instance and local state what it says about waiting
/// @param closing   closing time (rule R3), possible only where nothing else is
/// @param patient   whether a timer runs out only if nothing else but free steps is possible
/// @param labels    how many labels there are, numbered by [Offer#number]
public record Product(int instances, List<Field> fields, List<Integer> initial, List<Lead> leads,
    List<List<Standing>> standings, Optional<Offer> closing, boolean patient, int labels) {
  public Product {
    fields = List.copyOf(fields);
    initial = List.copyOf(initial);
    leads = List.copyOf(leads);
    standings = standings.stream().map(List::copyOf).toList();
  }
}
