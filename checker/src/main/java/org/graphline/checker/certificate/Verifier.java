package org.graphline.checker.certificate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.graphline.checker.product.Product;

/// Checks certificates. Nothing is searched for: each claim is looked at once, against the offers of the product.
///
/// The argument is that of local deadlock analysis (Martin, "The Design and Construction of Deadlock-Free Concurrent
/// Systems", 1996; Antonino, Gibson-Robinson, Roscoe, "Efficient Deadlock-Freedom Checking Using Local Analysis and
/// SAT Solving", IFM 2016; Roscoe, Dathi, "The Pursuit of Deadlock Freedom", Information and Computation 75, 1987).
public final class Verifier {
  private final Product product;
  private final Certificate certificate;
  private final Steps steps;
  private final Pairs pairs;

  private Verifier(Product product, Certificate certificate) throws Refused {
    this.product = product;
    this.certificate = certificate;
    this.steps = new Steps(product);
    this.pairs = new Pairs(certificate, steps);
  }

  /// Returns if the certificate proves that the network behind the product is deadlock free, in the one way in
  /// which this proof is to be written down.
  ///
  /// @throws Refused if it does not, with what is wrong first
  public static void verify(Product product, Certificate certificate) throws Refused {
    if (!certificate.network().equals(Fingerprint.of(product))) {
      throw new Refused("it is about another network");
    }
    if (!needed(product, certificate).equals(certificate)) {
      throw new Refused("it says more than the proof needs");
    }
  }

  /// Returns the certificate without what the proof does not need.
  ///
  /// @throws Refused if it is no proof, with what is wrong first
  public static Certificate needed(Product product, Certificate certificate) throws Refused {
    return new Verifier(product, certificate).needed();
  }

  /// Returns the certificate without what it does not need.
  private Certificate needed() throws Refused {
    checkSupporters();
    if (certificate.refutation().isPresent()) {
      return refuted(certificate.refutation().get());
    }
    var stuck = new Elimination(steps, pairs, false);
    stuck.remove(certificate.stuck(), () -> false);
    Optional<Certificate.Ranking> ranking = Optional.empty();
    if (certificate.ranking().isPresent()) {
      ranking = Optional.of(new RankingCheck(product, pairs, stuck, certificate.ranking().get()).needed());
    } else {
      checkNobodyIsLeft(stuck);
    }
    markBusy(stuck);
    List<Certificate.Removal> removals = stuck.needed(certificate.stuck());
    stuck.markPairs(removals);
    List<Certificate.Removal> still = still();
    var sets = new ArrayList<int[]>();
    return new Certificate(certificate.network(), sets, pairs(sets), removals, still, ranking, Optional.empty());
  }

  private List<Certificate.Removal> still() throws Refused {
    return new Standstill(product, new Elimination(steps, pairs, true)).needed(certificate.still());
  }

  /// The formula speaks of all pairs that are there.
  private Certificate refuted(Certificate.Refutation refutation) throws Refused {
    var stuck = new Elimination(steps, pairs, false);
    if (IntStream.range(0, product.instances()).noneMatch(i -> stuck.left(i).stream()
        .anyMatch(s -> !stuck.standing(i, s).rests()))) {
      throw new Refused("nobody busy may be stuck, so that no refutation is needed");
    }
    List<Certificate.Constraint> formula = Formula.of(steps, pairs, certificate);
    Lemmas.check(formula, refutation.lemmas());
    return new Certificate(certificate.network(), certificate.sets(), certificate.pairs(), List.of(), still(),
        Optional.empty(), certificate.refutation());
  }

  /// Returns the pairs that are needed, and adds the sets in the order they are needed in.
  private List<Certificate.Pair> pairs(List<int[]> sets) {
    Map<Integer, Integer> numbers = new HashMap<>();
    var needed = new ArrayList<Certificate.Pair>();
    for (Certificate.Pair pair : certificate.pairs()) {
      if (pairs.isMarked(pair)) {
        needed.add(new Certificate.Pair(pair.fields(), numbers.computeIfAbsent(pair.set(), _ -> {
          sets.add(certificate.sets().get(pair.set()));
          return sets.size() - 1;
        })));
      }
    }
    return needed;
  }

  /// Whether somebody could help must be said by its own local state.
  private void checkSupporters() throws Refused {
    boolean own = product.standings().stream().flatMap(List::stream).flatMap(s -> s.needs().stream())
        .flatMap(n -> n.supporters().stream()).allMatch(s -> s.atom().field() == s.instance());
    if (!own) {
      throw new Refused("who could help is not said by local states; certificates do not cover that");
    }
  }

  private void markBusy(Elimination stuck) {
    for (int i = 0; i < product.instances(); i++) {
      for (int s = 0; s < product.standings().get(i).size(); s++) {
        if (!stuck.standing(i, s).rests()) {
          stuck.mark(i, s);
        }
      }
    }
  }

  private void checkNobodyIsLeft(Elimination stuck) throws Refused {
    for (int i = 0; i < product.instances(); i++) {
      BitSet left = stuck.left(i);
      for (int s = left.nextSetBit(0); s >= 0; s = left.nextSetBit(s + 1)) {
        if (!stuck.standing(i, s).rests()) {
          throw new Refused("instance " + i + " may be stuck in local state " + s);
        }
      }
    }
  }
}
