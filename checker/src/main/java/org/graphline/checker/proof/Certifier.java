package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.graphline.checker.certificate.Certificate;
import org.graphline.checker.certificate.Fingerprint;
import org.graphline.checker.certificate.Formula;
import org.graphline.checker.certificate.Refused;
import org.graphline.checker.certificate.Verifier;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing.Supporter;

/// Finds the proof that [LocalProof] finds, and writes down what it rests on.
public final class Certifier {
  private final Wiring wiring;
  private final Waiting waiting;
  private final Neighbors neighbors;
  private final Standstill standstill;
  private final Map<States, Integer> sets = new HashMap<>();
  private final List<int[]> inOrder = new ArrayList<>();

  private Certifier(Product product, Effort effort) {
    this.wiring = new Wiring(product, effort);
    this.waiting = new Waiting(wiring);
    this.neighbors = new Neighbors(wiring);
    this.standstill = new Standstill(wiring, waiting);
  }

  /// Returns why no reachable state of the network has a stuck group (rule R6), nor is one in which nothing is possible
  /// though somebody is busy; or nothing, which says nothing.
  ///
  /// @param isOver asked now and then whether to give up
  public static Optional<Certificate> deadlockFree(Product product, BooleanSupplier isOver) {
    try {
      return new Certifier(product, new Effort(isOver)).certify();
    } catch (Effort.Exhausted _) {
      return Optional.empty();
    }
  }

  /// Returns the same by a formula only, whether or not others would do.
  ///
  /// @param isOver asked now and then whether to give up
  public static Optional<Certificate> bySatisfiability(Product product, BooleanSupplier isOver) {
    try {
      var certifier = new Certifier(product, new Effort(isOver));
      return certifier.still().flatMap(still -> certifier.standstill.isAnyoneBusy(certifier.waiting::stuck)
          ? certifier.refuted(still) : certifier.needed(certifier.pairs(), List.of(), still, Optional.empty(),
              Optional.empty()));
    } catch (Effort.Exhausted _) {
      return Optional.empty();
    }
  }

  private Optional<List<Certificate.Removal>> still() {
    var still = new ArrayList<Certificate.Removal>();
    return standstill.isNobodyHopeful() || standstill.isHarmless(consistency(true, still)) ? Optional.of(still)
        : Optional.empty();
  }

  private Optional<Certificate> certify() {
    return still().flatMap(this::certify);
  }

  private Optional<Certificate> certify(List<Certificate.Removal> still) {
    var stuck = new ArrayList<Certificate.Removal>();
    ArcConsistency consistency = consistency(false, stuck);
    Optional<Certificate.Ranking> ranking = Optional.empty();
    if (standstill.isAnyoneBusy(consistency::left)) {
      ranking = new Ranker(wiring, waiting, consistency).rank();
      if (ranking.isEmpty()) {
        return refuted(still);
      }
    }
    return needed(pairs(), stuck, still, ranking, Optional.empty());
  }

  private Optional<Certificate> needed(List<Certificate.Pair> pairs, List<Certificate.Removal> stuck,
      List<Certificate.Removal> still, Optional<Certificate.Ranking> ranking,
          Optional<Certificate.Refutation> refutation) {
    var certificate = new Certificate(Fingerprint.of(wiring.product()), inOrder, pairs, stuck, still, ranking,
        refutation);
    return restsOnPairs(certificate) ? needed(certificate) : Optional.empty();
  }

  private Optional<Certificate> refuted(List<Certificate.Removal> still) {
    var satisfiability = new Satisfiability(wiring, waiting, neighbors);
    if (satisfiability.judge(waiting::stuck).proof().isEmpty()) {
      return Optional.empty();
    }
    List<Certificate.Pair> pairs = pairs();
    var bare = new Certificate("", inOrder, pairs, List.of(), List.of(), Optional.empty(), Optional.of(
        new Certificate.Refutation(satisfiability.invariants(), satisfiability.traps(), List.of())));
    return formula(bare).flatMap(formula -> new Refuter(formula, Formula.busy(wiring.product()), wiring.effort()).refute())
        .flatMap(lemmas -> needed(pairs, List.of(), still, Optional.empty(), Optional.of(
            new Certificate.Refutation(satisfiability.invariants(), satisfiability.traps(), lemmas))));
  }

  private Optional<List<Certificate.Constraint>> formula(Certificate certificate) {
    try {
      return Optional.of(Formula.of(wiring.product(), certificate));
    } catch (Refused e) {
      return none(e);
    }
  }

  /// Returns nothing, if nothing is wrong but that it takes too much to look at it.
  private static <T> Optional<T> none(Refused why) {
    if (why.isTooLarge()) {
      return Optional.empty();
    }
    throw new AssertionError("a certificate that would be refused", why);
  }

  /// Reports whether all pairs are there that it looks at; one that is too large may be missing.
  private boolean restsOnPairs(Certificate certificate) {
    Set<List<Integer>> known = new HashSet<>();
    certificate.pairs().forEach(p -> known.addAll(List.of(List.of(p.fields()[0], p.fields()[1]),
        List.of(p.fields()[1], p.fields()[0]))));
    Stream<Certificate.Removal> waits = certificate.ranking().stream().flatMap(r -> r.waits().stream())
        .map(w -> new Certificate.Removal(w.instance(), w.state(), w.by()));
    return Stream.of(certificate.stuck().stream(), certificate.still().stream(), waits).flatMap(s -> s)
        .flatMap(r -> others(r).map(o -> List.of(r.instance(), o))).allMatch(known::contains);
  }

  private Stream<Integer> others(Certificate.Removal removal) {
    if (removal.by() >= 0) {
      return Stream.of(removal.by());
    }
    List<Supporter> supporters = waiting.standing(removal.instance(), removal.state()).needs().get(-1 - removal.by())
        .supporters();
    return supporters.size() > Wiring.MOST_HELPERS ? Stream.of()
        : supporters.stream().map(Supporter::instance).filter(i -> i != removal.instance());
  }

  /// Returns the certificate without what it does not need.
  private Optional<Certificate> needed(Certificate certificate) {
    try {
      return Optional.of(Verifier.needed(wiring.product(), certificate));
    } catch (Refused e) {
      return none(e);
    }
  }

  private ArcConsistency consistency(boolean everyone, List<Certificate.Removal> log) {
    return new ArcConsistency(wiring, waiting, neighbors, everyone,
        (instance, state, by) -> log.add(new Certificate.Removal(instance, state, by)));
  }

  /// A set of states. Equal sets are interchangeable.
  private record States(int[] states) {
    @Override
    public boolean equals(Object other) {
      return other instanceof States that && Arrays.equals(states, that.states);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(states);
    }
  }

  private List<Certificate.Pair> pairs() {
    var pairs = new ArrayList<Certificate.Pair>();
    var projection = new Projection(wiring.product());
    for (int i = 0; i < wiring.instances(); i++) {
      for (Neighbors.Side side : neighbors.of(i)) {
        PairSpace space = i < side.other() ? PairSpace.of(wiring, projection, i, side.other()) : null;
        if (space != null) {
          pairs.add(new Certificate.Pair(space.fields(), set(space.reached().stream().toArray())));
        }
      }
    }
    return pairs;
  }

  private int set(int[] states) {
    return sets.computeIfAbsent(new States(states), _ -> {
      inOrder.add(states);
      return inOrder.size() - 1;
    });
  }
}
