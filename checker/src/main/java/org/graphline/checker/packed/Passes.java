package org.graphline.checker.packed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;

/// The offers of a product in the order in which steps are listed: those that do not count (rule R31) before
/// all others, timers that wait for everything else after them.
///
/// @param early  for each lead its offers that do not count
/// @param main   all others
/// @param timers those that are possible only if nothing else but free steps is
public record Passes(List<Lead> early, List<Lead> main, List<Lead> timers) {

  /// Returns the passes of `product`.
  public static Passes of(Product product) {
    return new Passes(
        product.leads().stream().map(l -> only(l, product, 0)).toList(),
        product.leads().stream().map(l -> only(l, product, 1)).toList(),
        product.leads().stream().map(l -> only(l, product, 2)).toList());
  }

  private static Lead only(Lead lead, Product product, int pass) {
    var kept = new ArrayList<List<Offer>>(lead.offers().size());
    for (List<Offer> all : lead.offers()) {
      var some = new ArrayList<Offer>(all.size());
      for (Offer offer : all) {
        if (pass(offer, product) == pass) {
          some.add(offer);
        }
      }
      kept.add(some.size() == all.size() ? all : some);
    }
    return new Lead(lead.field(), kept);
  }

  private static int pass(Offer offer, Product product) {
    return product.patient() && offer.isTimer() ? 2 : offer.isCounted() ? 1 : 0;
  }

  /// Returns how many steps a state can have at most.
  public int fanOut() {
    int most = IntStream.range(0, early.size()).map(i -> IntStream.range(0, early.get(i).offers().size())
        .map(v -> count(early, i, v) + count(main, i, v) + count(timers, i, v)).max().orElse(0)).sum();
    return Math.max(1, most);
  }

  private static int count(List<Lead> pass, int lead, int value) {
    return pass.get(lead).offers().get(value).size();
  }
}
