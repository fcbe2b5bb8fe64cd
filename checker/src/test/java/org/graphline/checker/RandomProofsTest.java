package org.graphline.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.checker.proof.LocalProof;
import org.graphline.checker.proof.Proof.Argument;
import org.graphline.checker.verdict.Verdict;
import org.graphline.model.network.Network;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Proofs without states held against the search of all of them, on networks with every kind of line and statement.
class RandomProofsTest {
  private static final long FIRST = Long.getLong("graphline.random.first", 1);
  private static final long COUNT = Long.getLong("graphline.random.count", 600);

  @ParameterizedTest
  @EnumSource(Timers.class)
  void nothingIsProvedThatTheSearchRefutes(Timers timers) throws Unsupported {
    int proved = 0;
    int refuted = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      Network network = RandomNetworks.seeded(seed).network();
      boolean isProved = LocalProof.deadlockFree(Products.of(Semantics.of(network, timers), timers).product(),
          () -> false).isPresent();
      Optional<Boolean> isFree = search(network, timers);
      assertThat(isProved && isFree.isPresent() && !isFree.get()).as("seed " + seed).isFalse();
      proved += isProved ? 1 : 0;
      refuted += isFree.isPresent() && !isFree.get() ? 1 : 0;
    }
    assertThat(proved).isGreaterThan((int) (COUNT / 5));
    assertThat(refuted).isGreaterThan((int) (COUNT / 5));
  }

  @ParameterizedTest
  @EnumSource(Timers.class)
  void satisfiabilityProvesWhatConsistencyDoesAndNothingThatTheSearchRefutes(Timers timers) throws Unsupported {
    int more = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      Network network = RandomNetworks.seeded(seed).network();
      Product product = Products.of(Semantics.of(network, timers), timers).product();
      boolean isProved = isProved(product, Argument.SATISFIABILITY);
      Optional<Boolean> isFree = search(network, timers);
      assertThat(isProved && isFree.isPresent() && !isFree.get()).as("seed " + seed).isFalse();
      boolean isConsistent = isProved(product, Argument.ARC_CONSISTENCY);
      assertThat(isConsistent && !isProved).as("seed " + seed + " is proved by consistency alone").isFalse();
      more += isProved && !isConsistent ? 1 : 0;
    }
    assertThat(more).isPositive();
  }

  private static boolean isProved(Product product, Argument argument) {
    return LocalProof.deadlockFree(product, argument, () -> false).isPresent();
  }

  @Test
  void mostStuckGroupsAreReachedFromWhatProofsLeaveOpen() {
    int reached = 0;
    int refuted = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      Network network = RandomNetworks.seeded(seed).network();
      Optional<Boolean> isFree = search(network, Timers.ANY);
      if (isFree.isPresent()) {
        Verdict verdict = check(network, Timers.ANY, Options.Engine.PROOFS);
        assertThat(verdict instanceof Verdict.Violated && isFree.get()).as("seed " + seed).isFalse();
        refuted += isFree.get() ? 0 : 1;
        reached += verdict instanceof Verdict.Violated ? 1 : 0;
      }
    }
    assertThat(reached).isGreaterThan(refuted * 8 / 10);
  }

  @Test
  void nothingIsProvedOnceItIsCalledOff() throws Unsupported {
    Network network = Stream.iterate(FIRST, s -> s + 1).map(s -> RandomNetworks.seeded(s).network())
        .filter(n -> isProved(n, () -> false)).findFirst().orElseThrow();
    assertThat(isProved(network, () -> true)).isFalse();
  }

  private static boolean isProved(Network network, BooleanSupplier isOver) {
    try {
      return LocalProof.deadlockFree(Products.of(Semantics.of(network, Timers.ANY), Timers.ANY).product(), isOver)
          .isPresent();
    } catch (Unsupported _) {
      return false;
    }
  }

  private static Verdict check(Network network, Timers timers, Options.Engine engine) {
    var claim = new Claim(new Property.DeadlockFree(), false, "deadlock free", Span.BUILT_IN);
    Options options = Options.withClock(System::nanoTime).timers(timers).engine(engine)
        .reduction(Options.Reduction.NONE).steps(Options.Steps.INTERPRETED).threads(1).maxStates(2000);
    return Checker.check(network, List.of(claim), options, Progress.SILENT).claimed().getFirst();
  }

  private static Optional<Boolean> search(Network network, Timers timers) {
    return switch (check(network, timers, Options.Engine.SEARCH)) {
      case Verdict.Holds _ -> Optional.of(true);
      case Verdict.Violated _ -> Optional.of(false);
      case Verdict.Undecided _ -> Optional.empty();
    };
  }
}
