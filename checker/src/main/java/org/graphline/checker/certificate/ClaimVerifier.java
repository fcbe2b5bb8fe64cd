package org.graphline.checker.certificate;

import java.util.Optional;
import org.graphline.checker.product.Product;
import org.graphline.model.network.Network;
import org.graphline.model.property.Property;

/// Checks why a claim holds: each kind of claim takes its own parts, neither fewer nor more.
public final class ClaimVerifier {
  private ClaimVerifier() {}

  /// Returns if this shows that the claim holds for the network.
  ///
  /// @param product that of the network
  /// @throws Refused if it does not, with what is wrong first
  public static void verify(Network network, Product product, Property claim, Evidence evidence) throws Refused {
    switch (claim) {
      case Property.DeadlockFree _ -> {
        none(evidence.runs());
        Verifier.verify(product, some(evidence.deadlock()));
      }
      case Property.LivelockFree _ -> {
        none(evidence.deadlock());
        RunsVerifier.verify(network, product, claim, some(evidence.runs()));
      }
      case Property.Terminates _, Property.ShutsDown _ -> {
        LastStates.check(network, product, claim);
        Verifier.verify(product, some(evidence.deadlock()));
        RunsVerifier.verify(network, product, claim, some(evidence.runs()));
      }
      case Property.ErrorFree _, Property.Always _, Property.Never _, Property.LeadsTo _, Property.Can _,
          Property.Cannot _, Property.Refines _, Property.Deterministic _ ->
          throw new Refused("there are no certificates of what is claimed");
    }
  }

  private static <T> T some(Optional<T> part) throws Refused {
    return part.orElseThrow(() -> new Refused("a part is missing that what is claimed rests on"));
  }

  private static <T> void none(Optional<T> part) throws Refused {
    if (part.isPresent()) {
      throw new Refused("there is a part that what is claimed does not rest on");
    }
  }
}
