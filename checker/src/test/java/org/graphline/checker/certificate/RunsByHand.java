package org.graphline.checker.certificate;

import java.util.List;
import java.util.Optional;
import org.graphline.checker.certificate.Runs.Round;
import org.graphline.checker.certificate.Runs.Weight;
import org.graphline.checker.product.Product;
import org.graphline.model.network.Network;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.value.QualifiedName;

/// What is shown of the runs of products that were put together by hand, which belong to no network.
public final class RunsByHand {
  private static final Network NONE = new Network(new QualifiedName("", "Hand"), List.of(), List.of(), List.of(),
      List.of(), List.of(), List.of());

  private RunsByHand() {}

  /// Returns the claim that nothing goes on for ever without what has this name.
  public static Property without(String name) {
    return new Property.LivelockFree(new EventSet(name, List.of(new EventSet.Pattern.AtMark(0, name)),
        Optional.empty()));
  }

  /// Reports whether the claim is shown by all that single fields say.
  public static boolean isShown(Product product, Property claim) {
    return RunsVerifier.needed(NONE, product, claim, List.of()).isPresent();
  }

  /// Reports whether the claim is shown by all that single fields say, and these numbers where they say nothing more.
  static boolean isShown(Product product, Property claim, List<Weight> weights) {
    return RunsVerifier.needed(NONE, product, claim, List.of(weights)).isPresent();
  }

  /// Reports whether the claim is shown by these rounds.
  static boolean isShown(Product product, Property claim, Round... rounds) {
    try {
      RunsVerifier.check(NONE, product, claim, List.of(rounds));
      return true;
    } catch (Refused _) {
      return false;
    }
  }
}
