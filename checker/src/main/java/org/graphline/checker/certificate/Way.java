package org.graphline.checker.certificate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Update;
import org.graphline.model.semantics.Label;

/// A way to take an offer: with one letter, if what it does depends on a letter that it takes; or the only
/// one. Fields that it only reads may hold anything.
///
/// @param lead    the field that leads, -1 for none
/// @param value   its value there
/// @param letter  the letter, or [#ANY]
/// @param changes for each field that it changes what may become of it, in ascending order
record Way(int lead, int value, Offer offer, int letter, List<Changes> changes) {
  /// It takes no letter, or several, of which nothing is said.
  static final int ANY = -1;

  /// What may become of a field, one change at each position. One of them is made; both values may be the
  /// same.
  record Changes(int field, int[] from, int[] to) {}

  /// Returns all ways to take a step but for closing time, in the order of the product.
  static List<Way> all(Product product) {
    var all = new ArrayList<Way>();
    for (Lead lead : product.leads()) {
      for (int value = 0; value < lead.offers().size(); value++) {
        for (Offer offer : lead.offers().get(value)) {
          int letters = letters(offer);
          for (int letter = letters < 0 ? ANY : 0; letter < Math.max(letters, 0); letter++) {
            all.add(of(product, lead.field(), value, offer, letter));
          }
        }
      }
    }
    return all;
  }

  /// Returns how many letters tell ways apart, or [#ANY]: there must be one taker of one letter.
  private static int letters(Offer offer) {
    List<Update.Via> takers = takers(offer);
    boolean areAlike = takers.stream().map(t -> List.of(t.source(), t.letter(), t.next().size())).distinct()
        .count() == 1;
    return areAlike ? takers.getFirst().next().size() : ANY;
  }

  private static List<Update.Via> takers(Offer offer) {
    return offer.updates().stream().filter(Update.Via.class::isInstance).map(Update.Via.class::cast).toList();
  }

  private static Way of(Product product, int lead, int value, Offer offer, int letter) {
    var way = new Way(lead, value, offer, letter, new ArrayList<>());
    for (int field : new TreeSet<>(offer.updates().stream().map(Update::field).toList())) {
      var from = new ArrayList<Integer>();
      var to = new ArrayList<Integer>();
      for (int before = 0; before < product.fields().get(field).size(); before++) {
        if (way.mayFind(field, before)) {
          for (int after : way.after(field, before).stream().toArray()) {
            from.add(before);
            to.add(after);
          }
        }
      }
      way.changes.add(new Changes(field, from.stream().mapToInt(Integer::intValue).toArray(),
          to.stream().mapToInt(Integer::intValue).toArray()));
    }
    return way;
  }

  /// Reports whether a field may have the value when this happens, as far as this field alone can tell.
  private boolean mayFind(int field, int before) {
    return (field != lead || before == value)
        && (letter == ANY
            || takers(offer).stream().allMatch(t -> t.source() != field || t.letter().at(before) == letter))
        && offer.guard().stream().allMatch(c -> speaksOfOthers(c, field)
            || c.atoms().stream().anyMatch(a -> a.holds(before)));
  }

  private static boolean speaksOfOthers(Clause clause, int field) {
    return clause.atoms().stream().anyMatch(a -> a.field() != field);
  }

  /// Returns all that may become of a value. Whether letters are dropped may be up to other fields.
  private BitSet after(int field, int before) {
    var after = new BitSet();
    List<Update> updates = offer.updates().stream().filter(u -> u.field() == field).toList();
    if (updates.stream().allMatch(Update.Clear.class::isInstance)) {
      after.set(before);
    }
    for (Update update : updates) {
      switch (update) {
        case Update.Set(_, int to) -> after.set(to);
        case Update.Map(_, var table) -> add(after, table.at(before));
        case Update.Via(_, _, _, var next) -> {
          for (int l = letter == ANY ? 0 : letter; l < (letter == ANY ? next.size() : letter + 1); l++) {
            add(after, next.at(l));
          }
        }
        case Update.Clear _ -> { }
      }
    }
    if (!after.isEmpty() && updates.stream().anyMatch(Update.Clear.class::isInstance)) {
      after.set(0);
    }
    return after;
  }

  /// A table has a negative number where there is nothing to become.
  private static void add(BitSet after, int value) {
    if (value >= 0) {
      after.set(value);
    }
  }

  /// Returns what may be seen when this happens.
  List<Label> labels() {
    return letter == ANY || offer.labels().size() == 1 ? offer.labels() : List.of(offer.labels().get(letter));
  }
}
