package org.graphline.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import org.graphline.checker.engine.Limits;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.ProductEngine;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.Products;
import org.graphline.checker.reduction.Confluence;
import org.graphline.checker.refinement.Answer;
import org.graphline.checker.refinement.Difference;
import org.graphline.checker.refinement.Outside;
import org.graphline.checker.refinement.Refinement;
import org.graphline.checker.refinement.Side;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.checker.story.ComparedReplay;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import org.graphline.model.term.Comparison;

class ComparisonsProperties {
  private static final long SEEDS = 1_000_000_000;
  private static final int MOST_STATES = 300;
  private static final int LENGTH = 4;

  @Property(tries = 600, shrinking = ShrinkingMode.OFF)
  void agreesWithTheDefinitionOfRefinement(@ForAll @LongRange(max = SEEDS) long seed,
      @ForAll @LongRange(max = SEEDS) long other, @ForAll Comparison comparison, @ForAll boolean reduced) {
    Network network = RandomNetworks.seeded(seed).network();
    Network specification = RandomNetworks.variant(seed, other);
    Assume.that(isExposed(network));
    Optional<NaiveFailures> ours = NaiveFailures.of(network, Timers.ANY, MOST_STATES, LENGTH);
    Optional<NaiveFailures> theirs = NaiveFailures.of(specification, Timers.ANY, MOST_STATES, LENGTH);
    Assume.that(ours.isPresent() && theirs.isPresent());
    Answer answer = Refinement.refines(side(network, reduced), side(specification, reduced), comparison, "test",
        limits(), Progress.SILENT);
    boolean naive = ours.get().refines(theirs.get(), comparison);
    if (naive) {
      answer.refutation().ifPresent(r -> assertThat(length(r.difference())).as("%d, %d", seed, other)
          .isGreaterThan(LENGTH));
    } else {
      assertThat(answer.refutation()).as("%d, %d", seed, other).isPresent();
    }
    answer.refutation().ifPresent(r -> new ComparedReplay(Semantics.of(network, Timers.ANY),
        Optional.of(Semantics.of(specification, Timers.ANY))).confirm(r));
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void agreesWithTheDefinitionOfDeterminism(@ForAll @LongRange(max = SEEDS) long seed, @ForAll boolean reduced) {
    Network network = RandomNetworks.seeded(seed).network();
    Assume.that(isExposed(network));
    Optional<NaiveFailures> naive = NaiveFailures.of(network, Timers.ANY, MOST_STATES, LENGTH + 1);
    Assume.that(naive.isPresent());
    Answer answer = Refinement.deterministic(side(network, reduced), "test", limits(), Progress.SILENT);
    if (naive.get().isDeterministic(LENGTH + 1)) {
      answer.refutation().ifPresent(r -> assertThat(length(r.difference())).as("%d", seed).isGreaterThan(LENGTH));
    } else {
      assertThat(answer.refutation()).as("%d", seed).isPresent();
    }
    answer.refutation().ifPresent(r ->
        new ComparedReplay(Semantics.of(network, Timers.ANY), Optional.empty()).confirm(r));
  }

  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void packedStatesAreComparedAsThoseOfTheModelAre(@ForAll @LongRange(max = SEEDS) long seed,
      @ForAll @LongRange(max = SEEDS) long other, @ForAll Comparison comparison, @ForAll boolean reduced)
      throws Unsupported {
    Network network = RandomNetworks.seeded(seed).network();
    Network specification = RandomNetworks.variant(seed, other);
    Assume.that(isExposed(network));
    Assume.that(NaiveChecker.explored(network, Timers.ANY, MOST_STATES).isPresent()
        && NaiveChecker.explored(specification, Timers.ANY, MOST_STATES).isPresent());
    Answer packed = Refinement.refines(packed(network, reduced), packed(specification, reduced), comparison, "test",
        limits(), Progress.SILENT);
    Answer model = Refinement.refines(side(network, reduced), side(specification, reduced), comparison, "test",
        limits(), Progress.SILENT);
    assertThat(packed.refutation().isPresent()).as("%d, %d", seed, other).isEqualTo(model.refutation().isPresent());
    packed.refutation().ifPresent(r -> new ComparedReplay(Semantics.of(network, Timers.ANY),
        Optional.of(Semantics.of(specification, Timers.ANY))).confirm(r));
    if (!reduced) {
      areAlike(packed, model);
    }
    areAlikeInDeterminism(network, reduced, seed);
  }

  private static void areAlikeInDeterminism(Network network, boolean reduced, long seed) throws Unsupported {
    Answer packed = Refinement.deterministic(packed(network, reduced), "test", limits(), Progress.SILENT);
    Answer model = Refinement.deterministic(side(network, reduced), "test", limits(), Progress.SILENT);
    assertThat(packed.refutation().isPresent()).as("%d", seed).isEqualTo(model.refutation().isPresent());
    packed.refutation().ifPresent(r ->
        new ComparedReplay(Semantics.of(network, Timers.ANY), Optional.empty()).confirm(r));
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void everyNetworkRefinesItself(@ForAll @LongRange(max = SEEDS) long seed, @ForAll Comparison comparison) {
    Network network = RandomNetworks.seeded(seed).network();
    Assume.that(NaiveChecker.explored(network, Timers.ANY, MOST_STATES).isPresent());
    Answer answer = Refinement.refines(side(network, true), side(network, false), comparison, "test", limits(),
        Progress.SILENT);
    assertThat(answer.refutation()).as("%d", seed).isEmpty();
    assertThat(answer.reason()).as("%d", seed).isEmpty();
  }

  private static boolean isExposed(Network network) {
    return network.lines().stream().anyMatch(l -> l.exposure().isPresent())
        || network.connections().stream().anyMatch(c -> c.exposure().isPresent());
  }

  private static int length(Difference difference) {
    return difference.trace().size() + (difference.last().isPresent() ? 1 : 0);
  }

  private static Side side(Network network, boolean reduced) {
    Semantics semantics = Semantics.of(network, Timers.ANY);
    var whole = new NetworkStateSpace(semantics);
    return new Side.OfModel(reduced ? Confluence.leaving(whole, Outside.everything(network)) : whole, semantics);
  }

  /// The same network by packed states.
  private static Side packed(Network network, boolean reduced) throws Unsupported {
    Semantics semantics = Semantics.of(network, Timers.ANY);
    Options how = Options.withClock(() -> 0).steps(Options.Steps.INTERPRETED)
        .reduction(reduced ? Options.Reduction.CONFLUENCE : Options.Reduction.NONE);
    return new Side.OfProduct(ProductEngine.visible(new NetworkStateSpace(semantics),
        Products.of(semantics, Timers.ANY), Outside.everything(network), how), semantics);
  }

  /// Both ways come to the same difference, as near.
  private static void areAlike(Answer packed, Answer model) {
    assertThat(packed.refutation().map(r -> r.evidence().length()))
        .isEqualTo(model.refutation().map(r -> r.evidence().length()));
  }

  private static Limits limits() {
    return Limits.of(Options.withClock(() -> 0));
  }
}
