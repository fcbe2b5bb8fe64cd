package org.graphline.checker;

import java.util.List;
import java.util.Optional;
import org.graphline.checker.engine.Limits;
import org.graphline.checker.engine.Options;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.Products;
import org.graphline.checker.proof.LocalProof;
import org.graphline.checker.story.ProofStory;
import org.graphline.checker.verdict.ProofAccount;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Semantics;

/// Tells why networks are deadlock free.
public final class ProofAccounts {
  /// Of larger networks nothing is told.
  public static final int MOST_COMPONENTS = 2_000;

  private ProofAccounts() {}

  /// Returns why the network is deadlock free, if that can be shown without a search within the limits of `options`, of
  /// at most [#MOST_COMPONENTS] instances; nothing says nothing.
  public static Optional<ProofAccount> deadlockFree(Network network, Options options) {
    if (network.instances().size() > MOST_COMPONENTS) {
      return Optional.empty();
    }
    try {
      var limits = Limits.of(options);
      Semantics semantics = Semantics.of(network, options.timers());
      Products.Made made = Products.of(semantics, options.timers());
      return LocalProof.account(made.product(), () -> limits.passed(List::of).isPresent())
          .map(new ProofStory(semantics, made)::tell);
    } catch (Unsupported _) {
      return Optional.empty();
    }
  }
}
