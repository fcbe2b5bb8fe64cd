package org.graphline.checker.reduction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;
import org.graphline.checker.product.Update;
import org.graphline.model.semantics.Step.Fairness;

/// A permutation of the fields of a product, and with them of its instances.
///
/// @param to the field that each becomes
record Renaming(int[] to) {

  /// What an offer is, its labels and its group apart.
  private record Shape(int lead, int value, Set<Integer> moves, Fairness fairness, boolean isTimer,
      boolean isCounted, Set<Set<Atom>> guard, Set<Object> updates) {}

  /// A need, as sets.
  private record Wish(boolean all, Set<Standing.Supporter> supporters, Set<Atom> environment) {}

  private record Stance(boolean isLive, boolean isFaulty, boolean rests, Set<Wish> needs) {}

  private record Clearing(int field, Set<Atom> when) {}

  /// Reports whether the product is the same with its fields renamed: the same initial state, offers and
  /// standings.
  boolean isAutomorphism(Product product) {
    for (int f = 0; f < to.length; f++) {
      var from = product.fields().get(f);
      var target = product.fields().get(to[f]);
      if (from.kind() != target.kind() || from.size() != target.size()
          || !product.initial().get(f).equals(product.initial().get(to[f]))) {
        return false;
      }
    }
    var same = new Renaming(IntStream.range(0, to.length).toArray());
    return haveSameStandings(product, same) && offers(product).equals(same.offers(product))
        && product.closing().map(o -> shape(-1, 0, o).equals(same.shape(-1, 0, o))).orElse(true);
  }

  private boolean haveSameStandings(Product product, Renaming same) {
    for (int i = 0; i < product.instances(); i++) {
      List<Standing> mine = product.standings().get(i);
      List<Standing> others = product.standings().get(to[i]);
      for (int v = 0; v < mine.size(); v++) {
        if (!stance(mine.get(v)).equals(same.stance(others.get(v)))) {
          return false;
        }
      }
    }
    return true;
  }

  private Stance stance(Standing standing) {
    return new Stance(standing.isLive(), standing.isFaulty(), standing.rests(), standing.needs().stream()
        .map(n -> new Wish(n.all(), n.supporters().stream()
            .map(s -> new Standing.Supporter(to[s.instance()], atom(s.atom()))).collect(Collectors.toSet()),
            atoms(n.environment()))).collect(Collectors.toSet()));
  }

  private Map<Shape, Integer> offers(Product product) {
    Map<Shape, Integer> all = new HashMap<>();
    for (Lead lead : product.leads()) {
      for (int value = 0; value < lead.offers().size(); value++) {
        for (Offer offer : lead.at(value)) {
          all.merge(shape(lead.field() < 0 ? -1 : to[lead.field()], value, offer), 1, Integer::sum);
        }
      }
    }
    return all;
  }

  private Shape shape(int lead, int value, Offer offer) {
    Set<Integer> moves = offer.moves().stream().map(i -> to[i]).collect(Collectors.toSet());
    return new Shape(lead, value, moves, offer.fairness(), offer.isTimer(), offer.isCounted(),
        offer.guard().stream().map(Clause::atoms).map(this::atoms).collect(Collectors.toSet()),
        offer.updates().stream().map(this::update).collect(Collectors.toCollection(HashSet::new)));
  }

  private Object update(Update update) {
    return switch (update) {
      case Update.Set(int field, int value) -> new Update.Set(to[field], value);
      case Update.Map(int field, var table) -> new Update.Map(to[field], table);
      case Update.Via(int field, int source, var letter, var next) ->
          new Update.Via(to[field], to[source], letter, next);
      case Update.Clear(int field, var when) -> new Clearing(to[field], atoms(when));
    };
  }

  private Set<Atom> atoms(List<Atom> atoms) {
    return atoms.stream().map(this::atom).collect(Collectors.toSet());
  }

  private Atom atom(Atom atom) {
    return new Atom(to[atom.field()], atom.table());
  }
}
