package org.graphline.checker.certificate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.model.semantics.Step.Fairness;

/// What a fair run owes wherever a field has a value: a fair step that needs nothing else, and an outcome of
/// a choice one of whose outcomes needs nothing else.
final class Debts {
  private final Product product;
  private final List<Way> ways;
  private final Map<Runs.Value, List<Integer>> ledBy = new HashMap<>();
  private final Map<Runs.Value, List<List<Integer>>> owed = new HashMap<>();
  /// For each choice the fields that lead its outcomes.
  private final Map<Integer, Set<Integer>> choosers = new HashMap<>();

  Debts(Product product, List<Way> ways) {
    this.product = product;
    this.ways = ways;
    for (int w = 0; w < ways.size(); w++) {
      Way way = ways.get(w);
      if (way.lead() >= 0) {
        ledBy.computeIfAbsent(new Runs.Value(way.lead(), way.value()), _ -> new ArrayList<>()).add(w);
      }
      if (way.offer().fairness() == Fairness.DEMONIC) {
        choosers.computeIfAbsent(way.offer().group(), _ -> new HashSet<>()).add(way.lead());
      }
    }
    ledBy.forEach((value, led) -> owed.put(value,
        led.stream().filter(w -> isSure(ways.get(w).offer())).map(w -> owed(ways.get(w), led)).distinct().toList()));
  }

  private boolean isSure(Offer offer) {
    return offer.guard().isEmpty() && !(product.patient() && offer.isTimer()) && switch (offer.fairness()) {
      case FAIR -> true;
      case DEMONIC -> choosers.get(offer.group()).size() == 1;
      case FREE -> false;
    };
  }

  /// Returns the ways one of which is taken again and again if this one is possible again and again.
  private List<Integer> owed(Way way, List<Integer> led) {
    return led.stream().filter(w -> way.offer().fairness() == Fairness.DEMONIC
        ? ways.get(w).offer().fairness() == Fairness.DEMONIC && ways.get(w).offer().group() == way.offer().group()
        : ways.get(w).offer() == way.offer()).toList();
  }

  /// Returns the ways that the value of the field leads.
  List<Integer> ledBy(int field, int value) {
    return ledBy.getOrDefault(new Runs.Value(field, value), List.of());
  }

  /// Reports whether something is owed at the value of which nothing is left.
  boolean isUnpaid(int field, int value, BitSet left) {
    return owed.getOrDefault(new Runs.Value(field, value), List.of()).stream()
        .anyMatch(all -> all.stream().noneMatch(left::get));
  }
}
