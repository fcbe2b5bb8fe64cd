package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.graphline.checker.certificate.Certificate;
import org.graphline.checker.certificate.Fingerprint;
import org.graphline.checker.certificate.Refused;
import org.graphline.checker.certificate.Verifier;
import org.graphline.checker.product.Product;

/// Finds the proof that [LocalProof] finds, and writes down what it rests on.
public final class Certifier {
  private final Wiring wiring;
  private final Waiting waiting;
  private final Neighbors neighbors;
  private final Map<States, Integer> sets = new HashMap<>();
  private final List<int[]> inOrder = new ArrayList<>();

  private Certifier(Product product, Effort effort) {
    this.wiring = new Wiring(product, effort);
    this.waiting = new Waiting(wiring);
    this.neighbors = new Neighbors(wiring);
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

  private Optional<Certificate> certify() {
    var still = new ArrayList<Certificate.Removal>();
    if (isAnyoneHopeful(waiting::still) && !somethingIsPossible(consistency(true, still))) {
      return Optional.empty();
    }
    var stuck = new ArrayList<Certificate.Removal>();
    ArcConsistency consistency = consistency(false, stuck);
    Optional<Certificate.Ranking> ranking = Optional.empty();
    if (isAnyoneLeft(consistency)) {
      ranking = new Ranker(wiring, waiting, consistency).rank();
      if (ranking.isEmpty()) {
        return Optional.empty();
      }
    }
    List<Certificate.Pair> pairs = pairs();
    var certificate = new Certificate(Fingerprint.of(wiring.product()), inOrder, pairs, stuck, still, ranking);
    return restsOnPairs(certificate) ? Optional.of(needed(certificate)) : Optional.empty();
  }

  private static boolean restsOnPairs(Certificate certificate) {
    Set<List<Integer>> known = new HashSet<>();
    certificate.pairs().forEach(p -> known.addAll(List.of(List.of(p.fields()[0], p.fields()[1]),
        List.of(p.fields()[1], p.fields()[0]))));
    Stream<List<Integer>> ruledOut = Stream.concat(certificate.stuck().stream(), certificate.still().stream())
        .map(r -> List.of(r.instance(), r.by()));
    Stream<List<Integer>> waits = certificate.ranking().stream().flatMap(r -> r.waits().stream())
        .map(w -> List.of(w.instance(), w.by()));
    return Stream.concat(ruledOut, waits).allMatch(leans -> leans.getLast() < 0 || known.contains(leans));
  }

  /// Returns the certificate without what it does not need.
  private Certificate needed(Certificate certificate) {
    try {
      return Verifier.needed(wiring.product(), certificate);
    } catch (Refused e) {
      throw new AssertionError("a certificate that would be refused", e);
    }
  }

  private ArcConsistency consistency(boolean everyone, List<Certificate.Removal> log) {
    return new ArcConsistency(wiring, waiting, neighbors, everyone,
        (instance, state, by) -> log.add(new Certificate.Removal(instance, state, by)));
  }

  private boolean somethingIsPossible(ArcConsistency still) {
    return IntStream.range(0, wiring.instances()).anyMatch(i -> still.left(i).isEmpty())
        || !isAnyoneHopeful(still::left) || !isAnyoneBusy(still);
  }

  private boolean isAnyoneBusy(ArcConsistency still) {
    return IntStream.range(0, wiring.instances()).anyMatch(i -> still.left(i).stream()
        .anyMatch(s -> waiting.standing(i, s).isLive() && !waiting.standing(i, s).rests()));
  }

  private boolean isAnyoneHopeful(IntFunction<BitSet> states) {
    return IntStream.range(0, wiring.instances())
        .anyMatch(i -> states.apply(i).stream().anyMatch(s -> waiting.isHopeful(i, s)));
  }

  private boolean isAnyoneLeft(ArcConsistency consistency) {
    for (int i = 0; i < wiring.instances(); i++) {
      int instance = i;
      if (consistency.left(i).stream().anyMatch(s -> !waiting.standing(instance, s).rests())) {
        return true;
      }
    }
    return false;
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
