package org.graphline.checker.certificate;

import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.checker.product.Product;
import org.graphline.checker.proof.Forgeries;

/// Makes the best certificate without a ranking that the checker of certificates would let pass, true or not:
/// sets of pairs are the least ones that it finds closed, and everything is ruled out, round by round, that it lets
/// anybody rule out. What is ruled out stays so, so no order is better than another. A certificate that is
/// accepted for a network that can deadlock shows that some premise is not looked at.
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
    Certificate bare = bare(knows);
    var all = new Certificate(bare.network(), bare.sets(), bare.pairs(), removals(bare, false),
        removals(bare, true), Optional.empty(),
        Optional.empty());
    try {
      return Verifier.needed(product, all);
    } catch (Refused _) {
      return all;
    }
  }

  /// Reports whether a certificate is accepted that refutes a formula, without invariants and traps, and rules out
  /// that nothing is possible. If the formula has a model the refutation is a wrong one.
  boolean refutes(boolean knows) {
    Certificate bare = bare(knows);
    try {
      List<Certificate.Lemma> lemmas = Forgeries.refutation(Formula.of(product, refuted(bare, List.of(), List.of())))
          .orElse(List.of(new Certificate.Lemma(new int[0], new int[] {0})));
      Verifier.needed(product, refuted(bare, removals(bare, true), lemmas));
      return true;
    } catch (Refused _) {
      return false;
    }
  }

  private static Certificate refuted(Certificate bare, List<Certificate.Removal> still,
      List<Certificate.Lemma> lemmas) {
    return new Certificate(bare.network(), bare.sets(), bare.pairs(), List.of(), still, Optional.empty(),
        Optional.of(new Certificate.Refutation(List.of(), List.of(), lemmas)));
  }

  /// Returns a certificate that says of pairs what is true, and nothing else.
  Certificate bare(boolean knows) {
    List<int[]> sets = new ArrayList<>();
    List<Certificate.Pair> pairs = new ArrayList<>();
    Map<IntBuffer, Integer> numbers = new HashMap<>();
    for (int i = 0; i < product.instances() && knows; i++) {
      for (int j = i + 1; j < product.instances(); j++) {
        int[] fields = fields(i, j);
        Optional<int[]> set = closed(fields);
        if (set.isPresent()) {
          pairs.add(new Certificate.Pair(fields, numbers.computeIfAbsent(IntBuffer.wrap(set.get()), _ -> {
            sets.add(set.get());
            return sets.size() - 1;
          })));
        }
      }
    }
    return new Certificate(Fingerprint.of(product), sets, pairs, List.of(), List.of(), Optional.empty(),
        Optional.empty());
  }

  /// Returns two instances and all that both have to do with.
  int[] fields(int one, int other) {
    return steps.pair(one, other);
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
      while (true) {
        List<Certificate.Removal> round = round(elimination);
        if (round.isEmpty()) {
          return all;
        }
        elimination.remove(round, () -> false);
        all.addAll(round);
      }
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }

  /// All that can be ruled out because of what has been, each by the first who does.
  private List<Certificate.Removal> round(Elimination elimination) throws Refused {
    var all = new ArrayList<Certificate.Removal>();
    for (int i = 0; i < product.instances(); i++) {
      BitSet left = elimination.left(i);
      for (int s = left.nextSetBit(0); s >= 0; s = left.nextSetBit(s + 1)) {
        for (int by : elimination.candidates(i, s)) {
          if (elimination.round(i, s, by) != Elimination.NEVER) {
            all.add(new Certificate.Removal(i, s, by));
            break;
          }
        }
      }
    }
    return all;
  }
}
