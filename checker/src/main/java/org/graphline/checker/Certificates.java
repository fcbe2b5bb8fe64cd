package org.graphline.checker;

import java.util.List;
import java.util.Optional;
import org.graphline.checker.certificate.Certificate;
import org.graphline.checker.certificate.Refused;
import org.graphline.checker.certificate.Verifier;
import org.graphline.checker.engine.Limits;
import org.graphline.checker.engine.Options;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.checker.proof.Certifier;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;

/// Makes proof objects, and checks them.
public final class Certificates {
  private Certificates() {}

  /// Returns why the network is deadlock free, if that can be shown from pairs of neighbors within the limits of
  /// `options`; nothing says nothing.
  public static Optional<Certificate> deadlockFree(Network network, Options options) {
    try {
      var limits = Limits.of(options);
      return Certifier.deadlockFree(product(network, options.timers()),
          () -> limits.passed(List::of).isPresent());
    } catch (Unsupported _) {
      return Optional.empty();
    }
  }

  /// Returns if the certificate proves that the network is deadlock free.
  ///
  /// @param timers when timers may fire
  /// @throws Refused if it does not
  public static void verify(Network network, Timers timers, Certificate certificate) throws Refused {
    try {
      Verifier.verify(product(network, timers), certificate);
    } catch (Unsupported e) {
      throw new Refused("there are no certificates of such a network: " + e.getMessage());
    }
  }

  private static Product product(Network network, Timers timers) throws Unsupported {
    return Products.of(Semantics.of(network, timers), timers).product();
  }
}
