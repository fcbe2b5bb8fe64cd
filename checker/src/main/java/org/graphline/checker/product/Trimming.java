package org.graphline.checker.product;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Makes of a product one without the values its fields never have, and without the offers that are never
/// possible: less to pack, to compile and to look up, and more that is always true.
///
/// Local states and line contents are numbered anew, in the same order; flags keep their numbers, as some are
/// looked at one by one, but those above the highest one are gone.
final class Trimming {
  private final List<Field> fields;
  private final Reach reach;
  private final int[][] originals;
  private final int[][] numbers;
  private final Revaluing revaluing;
  private final Product whole;
  /// For each lead of `whole` and value the offers that may be possible.
  private final List<List<List<Offer>>> possible = new ArrayList<>();
  /// For the first label of each offer that is kept its new number; -1 for others.
  private final int[] labels;
  private int labelCount;

  /// The trimming of products with the fields of `product` and no offers but some of its.
  Trimming(Product product) {
    this.whole = product;
    this.fields = product.fields();
    this.reach = new Reach(product);
    int count = fields.size();
    this.originals = new int[count][];
    this.numbers = new int[count][];
    for (int field = 0; field < count; field++) {
      originals[field] = kept(field);
      numbers[field] = new int[fields.get(field).size()];
      Arrays.fill(numbers[field], -1);
      for (int i = 0; i < originals[field].length; i++) {
        numbers[field][originals[field][i]] = i;
      }
    }
    this.revaluing = new Revaluing(originals, numbers);
    this.labels = new int[product.labels()];
    Arrays.fill(labels, -1);
    for (int i = 0; i < product.leads().size(); i++) {
      possible.add(possible(product.leads().get(i), i));
    }
    product.closing().filter(o -> reach.isPossible(o, -1, 0)).ifPresent(this::keep);
  }

  private List<List<Offer>> possible(Lead lead, int number) {
    var byValue = new ArrayList<List<Offer>>(lead.offers().size());
    for (int value = 0; value < lead.offers().size(); value++) {
      List<Offer> all = lead.at(value);
      var there = new ArrayList<Offer>(all.size());
      for (int i = 0; i < all.size(); i++) {
        if (reach.isPossible(lead, number, value, i)) {
          there.add(all.get(i));
          keep(all.get(i));
        }
      }
      byValue.add(there);
    }
    return byValue;
  }

  private List<Offer> possibleAt(Lead lead, int value) {
    var there = new ArrayList<Offer>();
    for (Offer offer : lead.at(value)) {
      if (reach.isPossible(offer, lead.field(), value)) {
        there.add(offer);
      }
    }
    return there;
  }

  private void keep(Offer offer) {
    if (labels[offer.number()] < 0) {
      labels[offer.number()] = labelCount;
      labelCount += offer.labels().size();
    }
  }

  /// Returns what was the value of a field before it became `value`.
  int original(int field, int value) {
    return originals[field][value];
  }

  /// Returns what becomes of a value of a field; -1 if the field never has it.
  int number(int field, int value) {
    return numbers[field][value];
  }

  private int[] kept(int field) {
    return switch (fields.get(field).kind()) {
      case PROCESS, LINE -> reach.of(field).stream().toArray();
      case TRAY, CONNECTION, RUN -> IntStream.range(0, reach.of(field).length()).toArray();
    };
  }

  /// Returns `product` trimmed.
  Product of(Product product) {
    var leads = new ArrayList<Lead>();
    for (int i = 0; i < product.leads().size(); i++) {
      Lead lead = product.leads().get(i);
      List<List<Offer>> known = product == whole ? possible.get(i) : null;
      leads.add(lead(lead, v -> known == null ? possibleAt(lead, v) : known.get(v)));
    }
    Optional<Offer> closing = product.closing().filter(o -> reach.isPossible(o, -1, 0)).map(this::offer);
    return revaluing.product(product, leads, closing, labelCount);
  }

  private Lead lead(Lead lead, IntFunction<List<Offer>> possibleAt) {
    int[] values = lead.field() < 0 ? new int[] {0} : originals[lead.field()];
    var offers = new ArrayList<List<Offer>>();
    for (int value : values) {
      var there = new ArrayList<Offer>();
      for (Offer offer : possibleAt.apply(value)) {
        there.add(offer(offer));
      }
      offers.add(there);
    }
    return new Lead(lead.field(), offers);
  }

  private Offer offer(Offer offer) {
    return revaluing.offer(offer, labels[offer.number()]);
  }
}
