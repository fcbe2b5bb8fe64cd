package org.graphline.checker.reduction;

import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.IdentityHashMap;
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

/// A permutation of the fields of a product, and with them of its instances.
///
/// @param to the field that each becomes
record Renaming(int[] to) {

  /// A need, as sets.
  private record Wish(boolean all, Set<Standing.Supporter> supporters, Set<Atom> environment) {}

  private record Stance(boolean isLive, boolean isFaulty, boolean rests, Set<Wish> needs) {}

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
    var codes = new OfferCodes();
    return haveSameStandings(product, same) && offers(product, to, codes).equals(same.offers(product, to, codes))
        && product.closing().map(o -> codes.of(-1, 0, o, to).equals(codes.of(-1, 0, o, same.to))).orElse(true);
  }

  private boolean haveSameStandings(Product product, Renaming same) {
    var fixed = new IdentityHashMap<Standing.Need, Boolean>();
    var mineKnown = new IdentityHashMap<Standing.Need, Wish>();
    var othersKnown = new IdentityHashMap<Standing.Need, Wish>();
    for (int i = 0; i < product.instances(); i++) {
      List<Standing> mine = product.standings().get(i);
      List<Standing> others = product.standings().get(to[i]);
      for (int v = 0; v < mine.size(); v++) {
        boolean isSame = to[i] == i && mine.get(v).needs().stream()
            .allMatch(n -> fixed.computeIfAbsent(n, m -> wish(m).equals(same.wish(m))));
        if (!isSame && !stance(mine.get(v), mineKnown).equals(same.stance(others.get(v), othersKnown))) {
          return false;
        }
      }
    }
    return true;
  }

  private Stance stance(Standing standing, Map<Standing.Need, Wish> known) {
    return new Stance(standing.isLive(), standing.isFaulty(), standing.rests(), standing.needs().stream()
        .map(n -> known.computeIfAbsent(n, this::wish)).collect(Collectors.toSet()));
  }

  private Wish wish(Standing.Need need) {
    return new Wish(need.all(), need.supporters().stream()
        .map(s -> new Standing.Supporter(to[s.instance()], atom(s.atom()))).collect(Collectors.toSet()),
        atoms(need.environment()));
  }

  /// How often each offer is there, renamed, that has to do with a field that `other` moves: all others stay what they
  /// are.
  private Map<LongBuffer, Integer> offers(Product product, int[] other, OfferCodes codes) {
    Map<LongBuffer, Integer> all = new HashMap<>();
    for (Lead lead : product.leads()) {
      for (int value = 0; value < lead.offers().size(); value++) {
        for (Offer offer : lead.at(value)) {
          if (lead.field() >= 0 && other[lead.field()] != lead.field() || isMoved(offer, other)) {
            all.merge(codes.of(lead.field(), value, offer, to), 1, Integer::sum);
          }
        }
      }
    }
    return all;
  }

  private static boolean isMoved(Offer offer, int[] other) {
    for (int instance : offer.moves()) {
      if (other[instance] != instance) {
        return true;
      }
    }
    for (Clause clause : offer.guard()) {
      if (isMoved(clause.atoms(), other)) {
        return true;
      }
    }
    for (Update update : offer.updates()) {
      boolean isMoved = other[update.field()] != update.field() || switch (update) {
        case Update.Set _, Update.Map _ -> false;
        case Update.Via via -> other[via.source()] != via.source();
        case Update.Clear clear -> isMoved(clear.when(), other);
      };
      if (isMoved) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMoved(List<Atom> atoms, int[] other) {
    for (Atom atom : atoms) {
      if (other[atom.field()] != atom.field()) {
        return true;
      }
    }
    return false;
  }

  private Set<Atom> atoms(List<Atom> atoms) {
    return atoms.stream().map(this::atom).collect(Collectors.toSet());
  }

  private Atom atom(Atom atom) {
    return new Atom(to[atom.field()], atom.table());
  }
}
