package org.graphline.checker.certificate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Step.Fairness;

/// Looks at states in which nothing is possible any more and nobody is busy: all is over there, if no letter
/// is left to a reader who rests, and there is no tray that the environment could leave open. Errors end
/// runs, too, but are no matter of claims about runs (rule R1).
final class LastStates {
  private final Network network;
  private final Product product;
  private final Map<Integer, List<List<Offer>>> offers = new HashMap<>();

  private LastStates(Network network, Product product) {
    this.network = network;
    this.product = product;
    for (Lead lead : product.leads()) {
      offers.put(lead.field(), lead.offers());
    }
  }

  /// @throws Refused if all need not be over in such a state
  static void check(Network network, Product product, Property claim) throws Refused {
    if (claim instanceof Property.Terminates && network.isOpen()) {
      throw new Refused("the environment need not close what is open to it");
    }
    var last = new LastStates(network, product);
    for (int f = 0; f < product.fields().size(); f++) {
      if (product.fields().get(f).kind() == Field.Kind.LINE) {
        last.checkTaken(f);
      }
    }
  }

  /// Each reader that rests, or the environment, surely takes what is on the line.
  private void checkTaken(int field) throws Refused {
    Line line = network.lines().get(product.fields().get(field).owner());
    for (int content = 1; content < product.fields().get(field).size(); content++) {
      int letters = content;
      boolean isTaken = line.readers().isEmpty() ? isMoved(field, letters, field, letters)
          : line.readers().stream().mapToInt(End::instance).allMatch(i -> resting(i).allMatch(s ->
              isMoved(i, s, field, letters) || isMoved(field, letters, i, s)));
      if (!isTaken) {
        throw new Refused("letters may be left in field " + field);
      }
    }
  }

  private IntStream resting(int instance) {
    List<Standing> standings = product.standings().get(instance);
    return IntStream.range(0, standings.size()).filter(s -> standings.get(s).isLive() && standings.get(s).rests());
  }

  /// Reports whether a step is certain that the field leads at the value, whatever all but another one may
  /// hold.
  private boolean isMoved(int field, int value, int other, int otherValue) {
    return offers.containsKey(field) && offers.get(field).get(value).stream().anyMatch(o -> isCertain(o)
        && o.guard().stream().allMatch(c -> c.atoms().stream().anyMatch(a -> a.field() == field && a.holds(value)
            || a.field() == other && a.holds(otherValue))));
  }

  private boolean isCertain(Offer offer) {
    return offer.fairness() != Fairness.FREE && !(product.patient() && offer.isTimer());
  }
}
