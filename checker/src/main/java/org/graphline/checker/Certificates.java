package org.graphline.checker;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.graphline.checker.certificate.ClaimVerifier;
import org.graphline.checker.certificate.Evidence;
import org.graphline.checker.certificate.Refused;
import org.graphline.checker.certificate.Runs;
import org.graphline.checker.engine.Limits;
import org.graphline.checker.engine.Options;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.checker.proof.Certifier;
import org.graphline.checker.proof.EndlessRuns;
import org.graphline.checker.proof.Ends;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.model.network.Network;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;

/// Makes proof objects, and checks them.
public final class Certificates {
  private static final EventSet NOTHING = new EventSet("", List.of(), Optional.empty());

  private Certificates() {}

  /// Returns why a claim holds for the network, if that can be shown without looking at its states and
  /// written down, within the limits of `options`; nothing says nothing.
  public static Optional<Evidence> of(Network network, Property claim, Options options) {
    try {
      var limits = Limits.of(options);
      BooleanSupplier isOver = () -> limits.passed(List::of).isPresent();
      var semantics = Semantics.of(network, options.timers());
      Product product = Products.of(semantics, options.timers()).product();
      return switch (claim) {
        case Property.DeadlockFree _ -> Certifier.deadlockFree(product, isOver)
            .map(c -> new Evidence(Optional.of(c), Optional.empty()));
        case Property.LivelockFree(var progress) -> runs(semantics, product, claim, progress, isOver)
            .map(r -> new Evidence(Optional.empty(), Optional.of(r)));
        case Property.Terminates _, Property.ShutsDown _ -> ends(semantics, product, claim, isOver);
        case Property.ErrorFree _, Property.Always _, Property.Never _, Property.LeadsTo _, Property.Can _,
            Property.Cannot _, Property.Refines _, Property.Deterministic _ -> Optional.empty();
      };
    } catch (Unsupported _) {
      return Optional.empty();
    }
  }

  private static Optional<Evidence> ends(Semantics semantics, Product product, Property claim, BooleanSupplier isOver) {
    if (!Ends.leaveNoLetters(semantics.network(), product)) {
      return Optional.empty();
    }
    return runs(semantics, product, claim, NOTHING, isOver).flatMap(runs -> Certifier.deadlockFree(product, isOver)
        .map(c -> new Evidence(Optional.of(c), Optional.of(runs))));
  }

  private static Optional<Runs> runs(Semantics semantics, Product product, Property claim, EventSet progress,
      BooleanSupplier isOver) {
    var whole = new NetworkStateSpace(semantics);
    return EndlessRuns.certify(semantics.network(), product, claim, l -> whole.isIn(progress, l),
        claim instanceof Property.ShutsDown, isOver);
  }

  /// Returns if this shows that the claim holds for the network.
  ///
  /// @param timers when timers may fire
  /// @throws Refused if it does not
  public static void verify(Network network, Timers timers, Property claim, Evidence evidence) throws Refused {
    try {
      Product product = Products.of(Semantics.of(network, timers), timers).product();
      ClaimVerifier.verify(network, product, claim, evidence);
    } catch (Unsupported e) {
      throw new Refused("there are no certificates of such a network: " + e.getMessage());
    }
  }
}
