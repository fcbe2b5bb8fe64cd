package org.graphline.checker.reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Update;

/// Instances that may change places, each with the lines, trays and connections of its own, and for every
/// state the one that stands for all that differ from it by that.
///
/// Found in the product itself: that two instances may change places is tried, and kept if every offer and
/// standing comes out the same ([Renaming]). Where each of some instances may change places with the next,
/// any permutation of them is an automorphism, and the representative has them sorted (Ip, Dill, "Better
/// verification through symmetry", 1996).
///
/// Labels are not looked at. So it preserves what names nobody: whether a stuck group, a state without steps,
/// or an error state can be reached; not who, and no property of runs.
public final class Symmetry {
  private final Product product;
  private final BitSet[] near;
  /// For each set of instances that may change places their blocks: their own fields, in the same order.
  private final List<int[][]> classes = new ArrayList<>();

  private Symmetry(Product product) {
    this.product = product;
    this.near = new BitSet[product.fields().size()];
    Arrays.setAll(near, _ -> new BitSet());
    product.leads().forEach(this::meet);
  }

  /// Returns the symmetry of a product.
  public static Symmetry of(Product product) {
    var symmetry = new Symmetry(product);
    var seen = new BitSet();
    for (int i = 0; i < product.instances(); i++) {
      if (!seen.get(i)) {
        symmetry.collect(i, seen);
      }
    }
    return symmetry;
  }

  /// Returns the sets of instances that may change places, of two or more.
  public List<List<Integer>> classes() {
    return classes.stream().map(c -> Arrays.stream(c).map(b -> b[0]).toList()).toList();
  }

  /// Makes `values` the representative of all states that are the same but for who is who.
  public void represent(int[] values) {
    for (int[][] blocks : classes) {
      for (int i = 1; i < blocks.length; i++) {
        for (int j = i; j > 0 && isLess(values, blocks[j], blocks[j - 1]); j--) {
          exchange(values, blocks[j], blocks[j - 1]);
        }
      }
    }
  }

  private static boolean isLess(int[] values, int[] one, int[] other) {
    for (int i = 0; i < one.length; i++) {
      if (values[one[i]] != values[other[i]]) {
        return values[one[i]] < values[other[i]];
      }
    }
    return false;
  }

  private static void exchange(int[] values, int[] one, int[] other) {
    for (int i = 0; i < one.length; i++) {
      int kept = values[one[i]];
      values[one[i]] = values[other[i]];
      values[other[i]] = kept;
    }
  }

  /// Notes for each field the instances that some offer over it is about.
  private void meet(Lead lead) {
    for (List<Offer> there : lead.offers()) {
      for (Offer offer : there) {
        var fields = new BitSet();
        if (lead.field() >= 0) {
          fields.set(lead.field());
        }
        offer.moves().forEach(fields::set);
        offer.guard().stream().map(Clause::atoms).forEach(c -> c.forEach(a -> fields.set(a.field())));
        offer.updates().stream().map(Update::field).forEach(fields::set);
        var instances = fields.get(0, product.instances());
        fields.stream().forEach(f -> near[f].or(instances));
      }
    }
  }

  private void collect(int first, BitSet seen) {
    var blocks = new ArrayList<int[]>();
    seen.set(first);
    int last = first;
    for (int next = first + 1; next < product.instances(); next++) {
      Renaming exchange = seen.get(next) ? null : exchange(last, next);
      if (exchange != null) {
        int[] block = blocks.isEmpty() ? block(last, exchange) : blocks.getLast();
        if (isWhole(block, last, exchange) && exchange.isAutomorphism(product)) {
          if (blocks.isEmpty()) {
            blocks.add(block);
          }
          blocks.add(Arrays.stream(block).map(f -> exchange.to()[f]).toArray());
          seen.set(next);
          last = next;
        }
      }
    }
    if (!blocks.isEmpty()) {
      classes.add(blocks.toArray(int[][]::new));
    }
  }

  /// The fields that the exchange moves away from an instance, itself first.
  private int[] block(int instance, Renaming exchange) {
    return IntStream.concat(IntStream.of(instance), IntStream.range(product.instances(), near.length)
        .filter(f -> exchange.to()[f] != f && near[f].get(instance))).toArray();
  }

  private boolean isWhole(int[] block, int instance, Renaming exchange) {
    return Arrays.equals(Arrays.stream(block).sorted().toArray(), Arrays.stream(block(instance, exchange)).sorted()
        .toArray());
  }

  /// Returns a renaming that exchanges two instances and what lies near one of them only; null if nothing
  /// fits.
  private Renaming exchange(int one, int other) {
    if (!isLike(one, other)) {
      return null;
    }
    int[] to = IntStream.range(0, near.length).toArray();
    to[one] = other;
    to[other] = one;
    for (int f = product.instances(); f < to.length; f++) {
      if (near[f].get(one) != near[f].get(other)) {
        int from = f;
        var wanted = (BitSet) near[f].clone();
        wanted.flip(one);
        wanted.flip(other);
        // Of several that lie alike, the first becomes the first.
        long before = IntStream.range(product.instances(), f)
            .filter(g -> near[g].equals(near[from]) && isLike(g, from)).count();
        int found = IntStream.range(product.instances(), to.length)
            .filter(g -> near[g].equals(wanted) && isLike(g, from)).skip(before).findFirst().orElse(-1);
        if (found < 0) {
          return null;
        }
        to[f] = found;
      }
    }
    return new Renaming(to);
  }

  private boolean isLike(int one, int other) {
    Field mine = product.fields().get(one);
    Field others = product.fields().get(other);
    return mine.kind() == others.kind() && mine.size() == others.size()
        && product.initial().get(one).equals(product.initial().get(other));
  }
}
