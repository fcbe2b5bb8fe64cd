package org.graphline.checker.certificate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Update;

/// Makes the best certificate without a ranking that the checker of certificates would let pass, true or not:
/// sets of pairs are the least ones that it finds closed, and everything is ruled out that it lets anybody rule
/// out. What is ruled out stays so, so no order is better than another. A certificate that is accepted for a
/// network that can deadlock shows that some premise is not looked at.
final class Forger {
  private final Product product;
  private final Steps steps;

  Forger(Product product) {
    this.product = product;
    this.steps = new Steps(product);
  }

  /// Returns the certificate.
  ///
  /// @param knows whether anything is said of two instances together
  Certificate forge(boolean knows) {
    List<int[]> sets = new ArrayList<>();
    List<Certificate.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < product.instances() && knows; i++) {
      for (int j = i + 1; j < product.instances(); j++) {
        int[] fields = fields(i, j);
        Optional<int[]> set = closed(fields);
        if (set.isPresent()) {
          pairs.add(new Certificate.Pair(fields, sets.size()));
          sets.add(set.get());
        }
      }
    }
    var bare = new Certificate(Fingerprint.of(product), sets, pairs, List.of(), List.of(), Optional.empty());
    return new Certificate(bare.network(), sets, pairs, removals(bare, false), removals(bare, true), Optional.empty());
  }

  /// Returns two instances and all that both have to do with.
  int[] fields(int one, int other) {
    var all = new ArrayList<>(List.of(one, other));
    Set<Integer> also = around(one);
    also.retainAll(around(other));
    also.stream().filter(f -> f >= product.instances()).forEach(all::add);
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  private Set<Integer> around(int instance) {
    var all = new TreeSet<Integer>();
    for (Lead lead : product.leads()) {
      lead.offers().stream().flatMap(List::stream).forEach(offer -> {
        var touched = new TreeSet<>(List.of(Math.max(0, lead.field())));
        offer.guard().stream().flatMap(c -> c.atoms().stream()).map(Atom::field).forEach(touched::add);
        offer.updates().stream().map(Update::field).forEach(touched::add);
        if (touched.contains(instance)) {
          all.addAll(touched);
        }
      });
    }
    return all;
  }

  /// Returns what the fields can hold together, as numbers in ascending order; nothing if that is a lot.
  Optional<int[]> closed(int... fields) {
    var slice = new Slice(steps, fields);
    int[] sizes = Arrays.stream(fields).map(f -> product.fields().get(f).size()).toArray();
    Map<Integer, int[]> seen = new HashMap<>();
    int[] start = Arrays.stream(fields).map(f -> product.initial().get(f)).toArray();
    var open = new ArrayDeque<int[]>(List.of(start));
    seen.put(number(start, sizes), start);
    while (!open.isEmpty()) {
      slice.after(open.poll(), next -> {
        if (seen.putIfAbsent(number(next, sizes), next) == null) {
          open.add(next);
        }
      });
      if (seen.size() > 20_000) {
        return Optional.empty();
      }
    }
    return Optional.of(seen.keySet().stream().sorted().mapToInt(Integer::intValue).toArray());
  }

  private static int number(int[] state, int[] sizes) {
    int number = 0;
    for (int i = sizes.length - 1; i >= 0; i--) {
      number = number * sizes[i] + state[i];
    }
    return number;
  }

  private List<Certificate.Removal> removals(Certificate bare, boolean everyone) {
    var all = new ArrayList<Certificate.Removal>();
    try {
      var elimination = new Elimination(steps, new Pairs(bare, steps), everyone);
      for (int before = -1; before != all.size();) {
        before = all.size();
        for (int i = 0; i < product.instances(); i++) {
          for (int s = 0; s < product.standings().get(i).size(); s++) {
            remove(elimination, i, s, all);
          }
        }
      }
    } catch (Refused _) {
      return List.of();
    }
    return all;
  }

  private void remove(Elimination elimination, int instance, int state, List<Certificate.Removal> all) {
    int needs = product.standings().get(instance).get(state).needs().size();
    for (int by = -needs; by < product.instances() && elimination.left(instance).get(state); by++) {
      var removal = new Certificate.Removal(instance, state, by);
      try {
        elimination.remove(List.of(removal));
        all.add(removal);
      } catch (Refused _) {
        // Somebody else may rule it out.
      }
    }
  }
}
