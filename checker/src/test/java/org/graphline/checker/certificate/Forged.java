package org.graphline.checker.certificate;

import java.util.List;
import java.util.Optional;
import org.graphline.checker.certificate.Runs.Weight;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.checker.proof.Certifier;
import org.graphline.model.network.Network;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;

/// Makes the best evidence for a claim about endless runs that the checker of certificates would let pass,
/// true or not: whatever it lets be taken away is taken away, so no order is better than another. Evidence
/// that is accepted for a claim that is false shows that some premise is not looked at.
public final class Forged {
  private Forged() {}

  /// Returns the evidence.
  ///
  /// @param sums numbers to try, besides
  public static Evidence of(Network network, Product product, Property claim, List<List<Weight>> sums) {
    Optional<Runs> runs = RunsVerifier.needed(network, product, claim, sums)
        .or(() -> Optional.of(new Runs(Fingerprint.of(product), List.of())));
    if (claim instanceof Property.LivelockFree) {
      return new Evidence(Optional.empty(), runs);
    }
    var bare = new Certificate(Fingerprint.of(product), List.of(), List.of(), List.of(), List.of(), Optional.empty(),
        Optional.empty());
    return new Evidence(Optional.of(Certifier.deadlockFree(product, () -> false).orElse(bare)), runs);
  }

  /// Reports whether such evidence is accepted.
  public static boolean isAccepted(Network network, Timers timers, Property claim) {
    try {
      Product product = Products.of(Semantics.of(network, timers), timers).product();
      ClaimVerifier.verify(network, product, claim, of(network, product, claim, List.of()));
      return true;
    } catch (Refused _) {
      return false;
    } catch (Unsupported e) {
      throw new AssertionError(e);
    }
  }
}
