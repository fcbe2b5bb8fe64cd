package org.graphline.conformance.crosscheck;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Options.Reduction;
import org.graphline.checker.engine.Options.Steps;
import org.graphline.checker.reduction.Technique;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Property;

/// The ways to explore, each of which must come to the same verdicts.
enum Way {
  COMPILED(Reduction.NONE, Steps.COMPILED, 1), TWO_THREADS(Reduction.NONE, Steps.COMPILED, 2),
  INTERPRETED(Reduction.NONE, Steps.INTERPRETED, 1), MODEL(Reduction.NONE, Steps.MODEL, 1),
  CONFLUENT(Reduction.CONFLUENCE, Steps.COMPILED, 1),
  CONFLUENT_TWO_THREADS(Reduction.CONFLUENCE, Steps.COMPILED, 2),
  CONFLUENT_INTERPRETED(Reduction.CONFLUENCE, Steps.INTERPRETED, 1),
  CONFLUENT_MODEL(Reduction.CONFLUENCE, Steps.MODEL, 1),
  STUBBORN(Reduction.STUBBORN, Steps.COMPILED, 1),
  STUBBORN_TWO_THREADS(Reduction.STUBBORN, Steps.COMPILED, 2),
  /// As the command line does where nobody is named.
  SYMMETRIC(Reduction.STUBBORN, Steps.COMPILED, 2),
  CONFLUENT_SYMMETRIC(Reduction.CONFLUENCE, Steps.COMPILED, 2);

  /// Memory for one search: so much that the checker never has to find out how much there really is.
  private static final long PLENTY = 128L << 20;

  private final Reduction reduction;
  private final Steps steps;
  private final int threads;

  Way(Reduction reduction, Steps steps, int threads) {
    this.reduction = reduction;
    this.steps = steps;
    this.threads = threads;
  }

  /// Returns `many` of the ways, picked by `seed`; all if there are no more.
  static Set<Way> some(int many, long seed) {
    var ways = Arrays.asList(values());
    Collections.shuffle(ways, new Random(seed));
    return EnumSet.copyOf(ways.subList(0, Math.min(many, ways.size())));
  }

  /// Returns every way there is.
  static Set<Way> all() {
    return EnumSet.allOf(Way.class);
  }

  boolean isReduced() {
    return reduction != Reduction.NONE;
  }

  /// Whether states are those of the model, and not packed.
  boolean stepsTheModel() {
    return steps == Steps.MODEL;
  }

  /// Several threads search for what single states decide.
  boolean asks(Claim claim) {
    return isSymmetric() ? Technique.SYMMETRY.preserves(List.of(claim.property())) : threads == 1 || isSafety(claim);
  }

  Options options() {
    return Options.withClock(System::nanoTime).reduction(reduction).steps(steps).threads(threads).grain(2)
        .symmetry(isSymmetric()).maxBytes(PLENTY);
  }

  private boolean isSymmetric() {
    return this == SYMMETRIC || this == CONFLUENT_SYMMETRIC;
  }

  private static boolean isSafety(Claim claim) {
    return switch (claim.property()) {
      case Property.DeadlockFree _, Property.ErrorFree _, Property.Always _, Property.Never _ -> true;
      default -> false;
    };
  }
}
