package org.graphline.checker.product;

import java.util.List;

/// The offers that depend on the value of one field first of all.
///
/// @param field  the field that leads; -1 if none does
/// @param offers for each value of the field what is offered; a single list if no field leads
public record Lead(int field, List<List<Offer>> offers) {
  public Lead {
    offers = offers.stream().map(List::copyOf).toList();
  }

  /// Returns what is offered at a value of the field.
  public List<Offer> at(int value) {
    return offers.get(field < 0 ? 0 : value);
  }
}
