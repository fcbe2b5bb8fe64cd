package org.graphline.checker.packed;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.model.semantics.Label;

/// The offers of a product in the order in which steps are listed: those that do not count (rule R31) before
/// all others, timers that wait for everything else after them.
///
/// @param early  for each lead its offers that do not count
/// @param main   all others
/// @param timers those that are possible only if nothing else but free steps is
public record Passes(List<Lead> early, List<Lead> main, List<Lead> timers) {

  /// Returns the passes of `product`.
  public static Passes of(Product product) {
    var order = new Order(product);
    List<List<Lead>> all = product.leads().stream().map(order::split).toList();
    return new Passes(all.stream().map(l -> l.get(0)).toList(), all.stream().map(l -> l.get(1)).toList(),
        all.stream().map(l -> l.get(2)).toList());
  }

  /// Tells which pass an offer belongs to: 0 for the early ones, 1 for the main one, 2 for timers.
  private static final class Order {
    private final boolean patient;
    /// By the lists of labels themselves, which offers that are made together share.
    private final Map<List<Label>, Boolean> counted = new IdentityHashMap<>();

    Order(Product product) {
      this.patient = product.patient();
    }

    List<Lead> split(Lead lead) {
      List<List<List<Offer>>> passes = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (List<Offer> all : lead.offers()) {
        int same = all.isEmpty() ? 1 : pass(all.getFirst());
        for (int i = 1; i < all.size() && same >= 0; i++) {
          same = pass(all.get(i)) == same ? same : -1;
        }
        for (int pass = 0; pass < passes.size(); pass++) {
          passes.get(pass).add(same == pass ? all : same >= 0 ? List.of() : only(all, pass));
        }
      }
      return passes.stream().map(offers -> new Lead(lead.field(), offers)).toList();
    }

    private List<Offer> only(List<Offer> all, int pass) {
      return all.stream().filter(o -> pass(o) == pass).toList();
    }

    private int pass(Offer offer) {
      if (patient && offer.isTimer()) {
        return 2;
      }
      Boolean known = counted.get(offer.labels());
      if (known == null) {
        known = offer.isCounted();
        counted.put(offer.labels(), known);
      }
      return known ? 1 : 0;
    }
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
