package org.graphline.checker.product;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.graphline.checker.engine.StuckGroups;
import org.graphline.checker.local.LocalSpaces;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Timers;

/// Holds a product against the model: the same steps, with the same labels, fairness and targets, in every reachable
/// state.
public final class ProductAgreement {
  private final Semantics semantics;
  private final NetworkStateSpace space;
  private final Translation translation;
  private final NaiveProduct product;

  private ProductAgreement(Semantics semantics, Products.Made made) {
    this.semantics = semantics;
    this.space = new NetworkStateSpace(semantics);
    this.translation = made.translation();
    this.product = new NaiveProduct(made.product());
  }

  /// Returns the first difference in the `most` nearest states, if there is one.
  public static Optional<String> difference(Network network, Timers timers, int most) throws Unsupported {
    Semantics semantics = Semantics.of(network, timers);
    return new ProductAgreement(semantics, Products.of(semantics, timers)).walk(most);
  }

  /// As [#difference], for a product of local states that were found two instances at a time wherever possible.
  static Optional<String> closeDifference(Network network, Timers timers, int most) throws Unsupported {
    Semantics semantics = Semantics.of(network, timers);
    return new ProductAgreement(semantics, Products.of(semantics, timers, LocalSpaces.of(network, 0))).walk(most);
  }

  private Optional<String> walk(int most) {
    var seen = new HashSet<State>();
    var open = new ArrayDeque<State>();
    State initial = semantics.initial();
    open.add(initial);
    seen.add(initial);
    if (!same(initial, product.initial())) {
      return Optional.of("initial state: " + NaiveProduct.show(product.initial()));
    }
    while (!open.isEmpty()) {
      State state = open.poll();
      if (semantics.fault(state).isEmpty()) {
        List<Step> steps = semantics.steps(state);
        Optional<String> difference = difference(state, steps);
        if (difference.isPresent()) {
          return difference;
        }
        steps.stream().map(Step::target).filter(t -> seen.size() < most).filter(seen::add).forEach(open::add);
      }
    }
    return Optional.empty();
  }

  private Optional<String> difference(State state, List<Step> steps) {
    int[] values = translation.values(state);
    if (!translation.state(values).equals(state)) {
      return Optional.of("not turned back: " + NaiveProduct.show(values));
    }
    List<NaiveProduct.Taken> taken = new ArrayList<>(product.steps(values));
    List<Integer> stuck = StuckGroups.find(space, state, steps);
    if (!stuck.isEmpty() && product.stuck(values, taken).isEmpty() && !steps.isEmpty()) {
      return Optional.of("a stuck group is missed at " + NaiveProduct.show(values) + ": " + stuck);
    }
    for (Step step : steps) {
      if (!taken.removeIf(new Once(step))) {
        return Optional.of("missing at " + NaiveProduct.show(values) + ": " + step.label() + " " + step.fairness());
      }
    }
    return taken.isEmpty() ? Optional.empty()
        : Optional.of("too much at " + NaiveProduct.show(values) + ": " + taken.getFirst().offer());
  }

  /// Matches the first step that is the same.
  private final class Once implements java.util.function.Predicate<NaiveProduct.Taken> {
    private final Step step;
    private boolean found;

    Once(Step step) {
      this.step = step;
    }

    @Override
    public boolean test(NaiveProduct.Taken taken) {
      Offer offer = taken.offer();
      boolean same = !found && isSame(offer.labels().get(taken.letter()), step.label())
          && offer.fairness() == step.fairness() && offer.group() == step.group()
          && step.actors().stream().map(Step.Actor::instance).toList().containsAll(
              step.label() instanceof Label.ClosingTime ? List.of() : offer.moves())
          && same(step.target(), taken.target());
      found |= same;
      return same;
    }
  }

  private static boolean isSame(Label one, Label other) {
    return one.equals(other)
        || one instanceof Label.Sync(int a, _) && other instanceof Label.Sync(int b, _) && a == b;
  }

  private boolean same(State state, int[] values) {
    return semantics.fault(state).isPresent() ? product.isFaulty(values)
        : !product.isFaulty(values) && translation.state(values).equals(state);
  }
}
