package org.graphline.checker.proof;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.graphline.checker.product.Product;

/// Tries to prove that a network cannot deadlock, neighbors being looked at in pairs.
public final class LocalProof {
  /// Homes are sought so far along the cycle of a component.
  private static final int LATEST = 2;

  private final Wiring wiring;
  private final Waiting waiting;
  private final Neighbors neighbors;

  private LocalProof(Product product, Effort effort) {
    this.wiring = new Wiring(product, effort);
    this.waiting = new Waiting(wiring);
    this.neighbors = new Neighbors(wiring);
  }

  /// Returns a proof that no reachable state of the network has a stuck group (rule R6), nor is one in which
  /// nothing is possible though somebody is busy; or nothing, which says nothing.
  ///
  /// @param isOver asked now and then whether to give up
  public static Optional<Proof> deadlockFree(Product product, BooleanSupplier isOver) {
    try {
      return new LocalProof(product, new Effort(isOver)).prove();
    } catch (Effort.Exhausted _) {
      return Optional.empty();
    }
  }

  private Optional<Proof> prove() {
    if (!somethingIsPossible()) {
      return Optional.empty();
    }
    var consistency = new ArcConsistency(wiring, waiting, neighbors, false);
    Proof.Argument argument = Proof.Argument.ARC_CONSISTENCY;
    if (isAnyoneLeft(consistency)) {
      argument = Proof.Argument.VARIANTS;
      if (!isProvedByVariants(consistency)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Proof(argument, wiring.instances(), neighbors.pairs()));
  }

  private boolean isProvedByVariants(ArcConsistency consistency) {
    for (int late = 0; late <= LATEST; late++) {
      if (new Variants(wiring, waiting, consistency, late).prove()) {
        return true;
      }
    }
    return false;
  }

  /// Reports whether a state in which nothing is possible has a stuck group if anyone is busy in it: nobody
  /// waits there for what could still come.
  private boolean somethingIsPossible() {
    if (!isAnyoneHopeful()) {
      return true;
    }
    var consistency = new ArcConsistency(wiring, waiting, neighbors, true);
    for (int i = 0; i < wiring.instances(); i++) {
      int instance = i;
      if (consistency.left(i).isEmpty()) {
        return true;
      }
      if (consistency.left(i).stream().anyMatch(s -> waiting.isHopeful(instance, s))) {
        return false;
      }
    }
    return true;
  }

  private boolean isAnyoneHopeful() {
    for (int i = 0; i < wiring.instances(); i++) {
      int instance = i;
      if (waiting.still(i).stream().anyMatch(s -> waiting.isHopeful(instance, s))) {
        return true;
      }
    }
    return false;
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
}
