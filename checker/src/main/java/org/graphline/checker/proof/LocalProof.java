package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.graphline.checker.candidate.Candidate;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing.Supporter;
import org.graphline.checker.proof.Proof.Argument;
import org.graphline.checker.verdict.ProofAccount.Ground;

/// Tries to prove that a network cannot deadlock, neighbors being looked at in pairs.
public final class LocalProof {
  /// Homes are sought so far along the cycle of a component.
  private static final int LATEST = 2;

  private final Wiring wiring;
  private final Waiting waiting;
  private final Neighbors neighbors;
  private final Standstill standstill;

  private LocalProof(Product product, Effort effort) {
    this.wiring = new Wiring(product, effort);
    this.waiting = new Waiting(wiring);
    this.neighbors = new Neighbors(wiring);
    this.standstill = new Standstill(wiring, waiting);
  }

  /// Returns a proof that no reachable state of the network has a stuck group (rule R6), nor is one in which
  /// nothing is possible though somebody is busy; or nothing, which says nothing.
  ///
  /// @param isOver asked now and then whether to give up
  public static Optional<Proof> deadlockFree(Product product, BooleanSupplier isOver) {
    return judge(product, isOver).proof();
  }

  /// Returns a proof as [#deadlockFree] does, by this argument alone.
  ///
  /// @param isOver asked now and then whether to give up
  public static Optional<Proof> deadlockFree(Product product, Argument argument, BooleanSupplier isOver) {
    try {
      var proof = new LocalProof(product, new Effort(isOver));
      return proof.somethingIsPossible() ? proof.judge(argument) : Optional.empty();
    } catch (Effort.Exhausted _) {
      return Optional.empty();
    }
  }

  private Optional<Proof> judge(Argument argument) {
    return switch (argument) {
      case ARC_CONSISTENCY -> isAnyoneLeft(consistency()) ? Optional.empty() : Optional.of(proof(argument));
      case VARIANTS -> isProvedByVariants(consistency()) ? Optional.of(proof(argument)) : Optional.empty();
      case SATISFIABILITY -> new Satisfiability(wiring, waiting, neighbors).judge(waiting::stuck).proof();
    };
  }

  /// What the pairs say.
  ///
  /// @param proof      that there is no stuck group and no deadlock; if there is none, nothing is said
  /// @param candidates groups that are left possible, if there is no proof; others may be possible too
  public record Answer(Optional<Proof> proof, List<Candidate> candidates) {
    public Answer {
      candidates = List.copyOf(candidates);
    }
  }

  /// Returns a proof as [#deadlockFree] does, or else some groups that might be stuck.
  ///
  /// @param isOver asked now and then whether to give up
  public static Answer judge(Product product, BooleanSupplier isOver) {
    try {
      return new LocalProof(product, new Effort(isOver)).judge();
    } catch (Effort.Exhausted _) {
      return new Answer(Optional.empty(), List.of());
    }
  }

  private Answer judge() {
    boolean possible = somethingIsPossible();
    ArcConsistency consistency = consistency();
    if (!isAnyoneLeft(consistency)) {
      return new Answer(possible ? Optional.of(proof(Argument.ARC_CONSISTENCY)) : Optional.empty(), List.of());
    }
    if (possible && isProvedByVariants(consistency)) {
      return new Answer(Optional.of(proof(Argument.VARIANTS)), List.of());
    }
    List<Candidate> cores = new Cores(wiring, waiting, neighbors, consistency).find();
    Answer answer = new Satisfiability(wiring, waiting, neighbors).judge(consistency::left);
    return possible && answer.proof().isPresent() ? answer
        : new Answer(Optional.empty(), Stream.concat(cores.stream(), answer.candidates().stream()).toList());
  }

  /// Returns a proof as [#deadlockFree] does, and what it says of each component.
  ///
  /// @param isOver asked now and then whether to give up
  public static Optional<Account> account(Product product, BooleanSupplier isOver) {
    try {
      return new LocalProof(product, new Effort(isOver)).account();
    } catch (Effort.Exhausted _) {
      return Optional.empty();
    }
  }

  private Optional<Account> account() {
    if (!somethingIsPossible()) {
      return Optional.empty();
    }
    List<Set<Integer>> by = new ArrayList<>();
    for (int i = 0; i < wiring.instances(); i++) {
      by.add(new TreeSet<>());
    }
    var consistency = new ArcConsistency(wiring, waiting, neighbors, false,
        (instance, state, who) -> by.get(instance).addAll(others(instance, state, who)));
    if (!isAnyoneLeft(consistency)) {
      return Optional.of(new Account(proof(Argument.ARC_CONSISTENCY), parts(consistency, by), List.of()));
    }
    Optional<Proof> proof = isProvedByVariants(consistency) ? Optional.of(proof(Argument.VARIANTS))
        : new Satisfiability(wiring, waiting, neighbors).judge(consistency::left).proof();
    return proof.map(p -> new Account(p, parts(consistency, by),
        new Cores(wiring, waiting, neighbors, consistency).find()));
  }

  /// Returns the neighbor, or those who could give what nobody can withhold.
  private List<Integer> others(int instance, int state, int who) {
    return who >= 0 ? List.of(who) : waiting.standing(instance, state).needs().get(-1 - who).supporters().stream()
        .map(Supporter::instance).filter(i -> i != instance).toList();
  }

  private List<Account.Part> parts(ArcConsistency consistency, List<Set<Integer>> by) {
    var parts = new ArrayList<Account.Part>();
    for (int i = 0; i < wiring.instances(); i++) {
      parts.add(standstill.isBusy(i, consistency.left(i)) ? new Account.Part(Ground.ARGUMENT, Set.of())
          : standstill.isBusy(i, waiting.stuck(i)) ? new Account.Part(Ground.NEIGHBORS, by.get(i))
          : new Account.Part(Ground.ALONE, Set.of()));
    }
    return parts;
  }

  private ArcConsistency consistency() {
    return new ArcConsistency(wiring, waiting, neighbors, false);
  }

  private Proof proof(Argument argument) {
    return new Proof(argument, wiring.instances(), neighbors.pairs());
  }

  private boolean isProvedByVariants(ArcConsistency consistency) {
    for (int late = 0; late <= LATEST; late++) {
      if (new Variants(wiring, waiting, consistency, late).prove()) {
        return true;
      }
    }
    return false;
  }

  private boolean somethingIsPossible() {
    return standstill.isNobodyHopeful() || standstill.isHarmless(new ArcConsistency(wiring, waiting, neighbors, true));
  }

  private boolean isAnyoneLeft(ArcConsistency consistency) {
    return standstill.isAnyoneBusy(consistency::left);
  }
}
