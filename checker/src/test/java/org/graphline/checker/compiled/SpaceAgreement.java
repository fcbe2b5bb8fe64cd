package org.graphline.checker.compiled;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.checker.engine.StuckGroups;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.packed.Interest;
import org.graphline.checker.packed.InterpretedSpace;
import org.graphline.checker.packed.Packing;
import org.graphline.checker.packed.Stepper;
import org.graphline.checker.packed.Walks;
import org.graphline.checker.product.Products;
import org.graphline.checker.product.Translation;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Timers;

/// Holds compiled steps against interpreted ones and against the model.
public final class SpaceAgreement {
  private static final Interest STUCK = new Interest(true, List.of());

  private final Semantics semantics;
  private final Translation translation;
  private final InterpretedSpace interpreted;
  private final CompiledSpace compiled;

  private SpaceAgreement(Semantics semantics, Products.Made made) {
    this.semantics = semantics;
    this.translation = made.translation();
    this.interpreted = new InterpretedSpace(made.product(), STUCK);
    this.compiled = CompiledSpace.of(made.product(), STUCK).orElseThrow();
  }

  /// Returns the first difference in the `most` nearest states, if there is one.
  public static Optional<String> difference(Network network, Timers timers, int most) throws Unsupported {
    Semantics semantics = Semantics.of(network, timers);
    return new SpaceAgreement(semantics, Products.of(semantics, timers)).walk(most);
  }

  private Optional<String> walk(int most) {
    Stepper reference = interpreted.stepper(true);
    Stepper labeled = compiled.stepper(true);
    Stepper unlabeled = compiled.stepper(false);
    for (long[] state : Walks.reachable(interpreted, most)) {
      Walks.Said said = Walks.said(labeled, compiled.words(), state);
      int steps = unlabeled.steps(state, 0);
      if (!said.equals(Walks.said(reference, compiled.words(), state))
          || unlabeled.suspicious != said.suspicious() || steps != labeled.steps(state, 0)) {
        return Optional.of("compiled and interpreted differ at " + show(state));
      }
      if (!isTrue(state, unlabeled, steps)) {
        return Optional.of("not as the model at " + show(state));
      }
    }
    return Optional.empty();
  }

  private String show(long[] state) {
    return Arrays.toString(compiled.packing().decode(state, 0));
  }

  /// Whether the model has as many steps to each target, and nobody is stuck unnoticed.
  private boolean isTrue(long[] packed, Stepper stepper, int count) {
    Packing packing = compiled.packing();
    int[] values = packing.decode(packed, 0);
    if (isFaulty(packed)) {
      return count == 0 && stepper.suspicious;
    }
    State state = translation.state(values);
    List<Step> steps = semantics.steps(state);
    Map<Optional<State>, Integer> balance = new HashMap<>();
    steps.forEach(s -> balance.merge(semantics.fault(s.target()).isPresent() ? Optional.empty()
        : Optional.of(s.target()), 1, Integer::sum));
    for (int i = 0; i < count; i++) {
      long[] target = Walks.target(stepper, packing.words(), i);
      balance.merge(isFaulty(target) ? Optional.empty()
          : Optional.of(translation.state(packing.decode(target, 0))), -1, Integer::sum);
    }
    long uncounted = steps.stream().filter(s -> !s.label().isCounted()).count();
    return balance.values().stream().allMatch(b -> b == 0) && stepper.uncounted == uncounted
        && (stepper.suspicious
            || StuckGroups.find(new NetworkStateSpace(semantics), state, steps).isEmpty());
  }

  private boolean isFaulty(long[] state) {
    return interpreted.isFaulty(state, 0);
  }
}
