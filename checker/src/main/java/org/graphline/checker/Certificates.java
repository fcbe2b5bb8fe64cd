package org.graphline.checker;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.graphline.checker.certificate.Certificate;
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
      Product product = product(network, options.timers());
      return switch (claim) {
        case Property.DeadlockFree _ -> Certifier.deadlockFree(product, isOver)
            .map(c -> new Evidence(Optional.of(c), Optional.empty()));
        case Property.LivelockFree(var progress) -> runs(network, product, claim, progress, isOver)
            .map(r -> new Evidence(Optional.empty(), Optional.of(r)));
        case Property.Terminates _, Property.ShutsDown _ -> ends(network, product, claim, isOver);
        case Property.ErrorFree _, Property.Always _, Property.Never _, Property.LeadsTo _, Property.Can _,
            Property.Cannot _, Property.Refines _, Property.Deterministic _ -> Optional.empty();
      };
    } catch (Unsupported _) {
      return Optional.empty();
    }
  }

  private static Optional<Evidence> ends(Network network, Product product, Property claim, BooleanSupplier isOver) {
    if (!Ends.leaveNoLetters(network, product)) {
      return Optional.empty();
    }
    return runs(network, product, claim, NOTHING, isOver).flatMap(runs -> Certifier.deadlockFree(product, isOver)
        .map(c -> new Evidence(Optional.of(c), Optional.of(runs))));
  }

  private static Optional<Runs> runs(Network network, Product product, Property claim, EventSet progress,
      BooleanSupplier isOver) {
    var whole = new NetworkStateSpace(Semantics.of(network, product.patient() ? Timers.PATIENT : Timers.ANY));
    return EndlessRuns.certify(network, product, claim, l -> Proofs.isIn(whole, l, progress),
        claim instanceof Property.ShutsDown, isOver);
  }

  /// Returns why the network is deadlock free, as [#of] does.
  public static Optional<Certificate> deadlockFree(Network network, Options options) {
    return of(network, new Property.DeadlockFree(), options).flatMap(Evidence::deadlock);
  }

  /// Returns if this shows that the claim holds for the network.
  ///
  /// @param timers when timers may fire
  /// @throws Refused if it does not
  public static void verify(Network network, Timers timers, Property claim, Evidence evidence) throws Refused {
    try {
      ClaimVerifier.verify(network, product(network, timers), claim, evidence);
    } catch (Unsupported e) {
      throw new Refused("there are no certificates of such a network: " + e.getMessage());
    }
  }

  /// Returns if the certificate proves that the network is deadlock free.
  ///
  /// @param timers when timers may fire
  /// @throws Refused if it does not
  public static void verify(Network network, Timers timers, Certificate certificate) throws Refused {
    verify(network, timers, new Property.DeadlockFree(), new Evidence(Optional.of(certificate), Optional.empty()));
  }

  private static Product product(Network network, Timers timers) throws Unsupported {
    return Products.of(Semantics.of(network, timers), timers).product();
  }
}
