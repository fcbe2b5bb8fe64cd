package org.graphline.checker.proof;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.graphline.checker.product.Excerpts;

/// The arguments of [LocalProof] for networks of many components of a few kinds: what can be known of two
/// neighbors is worked out once for all pairs that are alike, and what remains for each instance are a few
/// bits. A network that has no product, being too large, can still be proved free of deadlock.
///
/// States in which nothing is possible are not looked at by themselves. Nobody has gone before closing time, so all
/// are there; whoever waits for the environment waits at a tray that it could still close, and that would be a step.
/// So they are a stuck group if one of them is busy.
public final class KindProof {
  /// As in [LocalProof].
  private static final int LATEST = 2;

  private final Kinds kinds;

  private KindProof(Kinds kinds) {
    this.kinds = kinds;
  }

  /// Returns a proof as [LocalProof#deadlockFree] has it, or nothing, which says nothing.
  ///
  /// @param isOver asked now and then whether to give up
  public static Optional<Proof> deadlockFree(Excerpts excerpts, BooleanSupplier isOver) {
    try {
      return new KindProof(Kinds.of(excerpts, new Effort(isOver))).prove();
    } catch (Effort.Exhausted | Kinds.NotShared _) {
      return Optional.empty();
    }
  }

  private Optional<Proof> prove() {
    var consistency = new KindConsistency(kinds);
    Proof.Argument argument = Proof.Argument.ARC_CONSISTENCY;
    if (isAnyoneLeft(consistency)) {
      argument = Proof.Argument.VARIANTS;
      if (!isProvedByVariants(consistency)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Proof(argument, kinds.instances(), kinds.pairs()));
  }

  private boolean isProvedByVariants(KindConsistency consistency) {
    for (int late = 0; late <= LATEST; late++) {
      if (new KindVariants(kinds, consistency, late).prove()) {
        return true;
      }
    }
    return false;
  }

  private boolean isAnyoneLeft(KindConsistency consistency) {
    for (int i = 0; i < kinds.instances(); i++) {
      if (consistency.isLeftIn(i, kinds.of(i).busy())) {
        return true;
      }
    }
    return false;
  }
}
