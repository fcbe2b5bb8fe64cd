package org.graphline.checker.proof;

import java.util.List;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Step.Fairness;

/// States in which nothing happens any more.
public final class Ends {
  private final Network network;
  private final Product product;
  private final Projection projection;

  private Ends(Network network, Product product) {
    this.network = network;
    this.product = product;
    this.projection = new Projection(product);
  }

  /// Reports that no letter is left behind (rule R7): in no state in which nothing can happen and everyone
  /// who is there rests does a letter lie on a line that somebody could still read. If not, nothing is said.
  public static boolean leaveNoLetters(Network network, Product product) {
    var ends = new Ends(network, product);
    for (int f = product.instances(); f < product.fields().size(); f++) {
      if (product.fields().get(f).kind() == Field.Kind.LINE && !ends.isTaken(f)) {
        return false;
      }
    }
    return true;
  }

  /// Reports whether every letter at the head of the line can surely be taken, by each reader that rests or
  /// by the environment.
  private boolean isTaken(int field) {
    Line line = network.lines().get(product.fields().get(field).owner());
    return line.readers().isEmpty() ? isTakenByEnvironment(field)
        : line.readers().stream().map(End::instance).distinct().allMatch(i -> isTakenBy(i, field));
  }

  private boolean isTakenByEnvironment(int field) {
    projection.onto(field);
    for (int content = 1; content < product.fields().get(field).size(); content++) {
      if (!isSure(field, content, new int[] {content})) {
        return false;
      }
    }
    return true;
  }

  private boolean isTakenBy(int instance, int field) {
    projection.onto(instance, field);
    List<Standing> standings = product.standings().get(instance);
    for (int s = 0; s < standings.size(); s++) {
      for (int content = 1; content < product.fields().get(field).size(); content++) {
        int[] state = {s, content};
        if (standings.get(s).isLive() && standings.get(s).rests() && !isSure(instance, s, state)
            && !isSure(field, content, state)) {
          return false;
        }
      }
    }
    return true;
  }

  /// Reports whether a step led by a field with this value is certain in a state of the fields looked at.
  private boolean isSure(int field, int value, int[] state) {
    return product.leads().stream().filter(l -> l.field() == field).flatMap(l -> l.at(value).stream())
        .anyMatch(o -> isCertain(o) && projection.isSure(Touch.of(field, value, o), state));
  }

  private boolean isCertain(Offer offer) {
    return offer.fairness() != Fairness.FREE && !(product.patient() && offer.isTimer());
  }
}
