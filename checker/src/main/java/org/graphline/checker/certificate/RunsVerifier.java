package org.graphline.checker.certificate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.graphline.checker.certificate.Runs.Local;
import org.graphline.checker.certificate.Runs.Round;
import org.graphline.checker.certificate.Runs.Sum;
import org.graphline.checker.certificate.Runs.Weight;
import org.graphline.checker.product.Product;
import org.graphline.model.network.Network;
import org.graphline.model.property.Property;

/// Checks why no fair run goes on for ever without what a claim leaves out. Nothing is searched for: each
/// thing that is taken away is looked at once, against the offers of the product.
///
/// The argument is that of analyses of divergence by Ouaknine, Palikareva, Roscoe and Worrell ("A Static
/// Analysis Framework for Livelock Freedom in CSP", LMCS 9, 2013), with fairness, and of Farkas' lemma.
public final class RunsVerifier {
  private final Product product;
  private final List<Way> ways;
  private final BitSet leftOut = new BitSet();

  private RunsVerifier(Network network, Product product, Property claim) throws Refused {
    this.product = product;
    this.ways = Way.all(product);
    var without = new LeftOut(network, product);
    for (int w = 0; w < ways.size(); w++) {
      leftOut.set(w, without.is(claim, ways.get(w)));
    }
  }

  /// Returns if this shows that no fair run of the network goes on for ever without what the claim leaves
  /// out, in the one way in which it is to be written down.
  ///
  /// @param claim that it is livelock free, that it terminates or that it shuts down
  /// @throws Refused if it does not, with what is wrong first
  public static void verify(Network network, Product product, Property claim, Runs runs) throws Refused {
    if (!runs.network().equals(Fingerprint.of(product))) {
      throw new Refused("it is about another network");
    }
    var verifier = new RunsVerifier(network, product, claim);
    verifier.replay(runs.rounds());
    if (!verifier.needed(sums(runs.rounds())).equals(Optional.of(runs.rounds()))) {
      throw new Refused("it is not written as this proof is: something is left for later, or there is more");
    }
  }

  /// Returns the same as it is to be written down, from the numbers of its sums; nothing if they do not show
  /// it.
  ///
  /// @param sums numbers, each as they are needed after the ones before
  public static Optional<Runs> needed(Network network, Product product, Property claim, List<List<Weight>> sums) {
    try {
      return new RunsVerifier(network, product, claim).needed(sums)
          .map(rounds -> new Runs(Fingerprint.of(product), rounds));
    } catch (Refused _) {
      return Optional.empty();
    }
  }

  private static List<List<Weight>> sums(List<Round> rounds) {
    var sums = new ArrayList<List<Weight>>();
    for (Round round : rounds) {
      if (round instanceof Sum(var weights, _)) {
        sums.add(weights);
      }
    }
    return sums;
  }

  /// Returns if these rounds show it, in whichever way it is written down.
  ///
  /// @throws Refused if they do not, with what is wrong first
  static void check(Network network, Product product, Property claim, List<Round> rounds) throws Refused {
    new RunsVerifier(network, product, claim).replay(rounds);
  }

  private void replay(List<Round> rounds) throws Refused {
    var left = new Recurrence(product, ways, leftOut);
    for (Round round : rounds) {
      switch (round) {
        case Local local -> left.take(local);
        case Sum sum -> left.take(sum);
      }
    }
    if (!left.isOver()) {
      throw new Refused("something may still happen again and again");
    }
  }

  /// What makes it the only one: all is taken away in the first round in which it can be, and no sum can be
  /// left out.
  private Optional<List<Round>> needed(List<List<Weight>> sums) {
    Optional<List<Round>> rounds = rounds(sums);
    for (int i = 0; rounds.isPresent() && i < sums.size(); i++) {
      var fewer = new ArrayList<>(sums);
      fewer.remove(i);
      if (rounds(fewer).isPresent()) {
        return needed(fewer);
      }
    }
    return rounds;
  }

  private Optional<List<Round>> rounds(List<List<Weight>> sums) {
    var left = new Recurrence(product, ways, leftOut);
    var rounds = new ArrayList<Round>();
    try {
      settle(left, rounds);
      for (List<Weight> weights : sums) {
        Sum sum = LeastNumbers.of(left, weights);
        if (!left.isOver() && !sum.lowered().isEmpty()) {
          left.take(sum);
          rounds.add(sum);
          settle(left, rounds);
        }
      }
      return left.isOver() ? Optional.of(rounds) : Optional.empty();
    } catch (Refused _) {
      return Optional.empty();
    }
  }

  private static void settle(Recurrence left, List<Round> rounds) throws Refused {
    for (Local local = left.local(); !left.isOver() && !isEmpty(local); local = left.local()) {
      left.take(local);
      rounds.add(local);
    }
  }

  private static boolean isEmpty(Local local) {
    return local.changes().isEmpty() && local.values().isEmpty();
  }
}
