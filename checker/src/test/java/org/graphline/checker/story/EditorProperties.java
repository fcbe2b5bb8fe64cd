package org.graphline.checker.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.graphline.checker.RandomNetworks;
import org.graphline.checker.engine.BreadthFirst;
import org.graphline.checker.engine.Judgement;
import org.graphline.checker.engine.Judgement.Closure;
import org.graphline.checker.engine.Judgement.Evidence;
import org.graphline.checker.engine.Limits;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.engine.StuckGroups;
import org.graphline.checker.reduction.Confluence;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.checker.space.StateSpace;
import org.graphline.checker.verdict.Finding;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Timers;

/// Edited stories of random networks: still true, about the same, never longer, nothing made up.
class EditorProperties {
  private static final int MOST_STATES = 3_000;
  private static final int LONGEST_WALK = 80;

  @Property(tries = 250)
  void editedStoriesShowTheSame(@ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
    RandomNetworks.Sample sample = RandomNetworks.seeded(seed);
    var semantics = Semantics.of(sample.network(), Timers.ANY);
    var whole = new NetworkStateSpace(semantics);
    judged(whole, sample).forEach((property, evidence) -> holdsTo(semantics, property, evidence, true));
    judged(new Confluence(whole, sample.properties()), sample)
        .forEach((property, evidence) -> holdsTo(semantics, property, evidence, false));
  }

  @Property(tries = 250)
  void editedWalksIntoADeadlockShowTheSame(@ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
    var semantics = Semantics.of(RandomNetworks.seeded(seed).network(), Timers.ANY);
    walk(semantics, new Random(seed)).ifPresent(evidence ->
        holdsTo(semantics, new org.graphline.model.property.Property.DeadlockFree(), evidence, false));
  }

  private static Map<org.graphline.model.property.Property, Evidence> judged(StateSpace space,
      RandomNetworks.Sample sample) {
    var found = new java.util.LinkedHashMap<org.graphline.model.property.Property, Evidence>();
    var limits = Limits.of(Options.withClock(() -> 0).maxStates(MOST_STATES));
    new BreadthFirst("test").judge(space, sample.properties(), limits, Progress.SILENT).judgements()
        .forEach((property, judgement) -> {
          if (judgement instanceof Judgement.Fails(Evidence evidence)) {
            found.put(property, evidence);
          }
        });
    return found;
  }

  /// A run of random steps that ends where somebody is stuck.
  private static Optional<Evidence> walk(Semantics semantics, Random random) {
    var space = new NetworkStateSpace(semantics);
    var steps = new ArrayList<Step>();
    State at = semantics.initial();
    while (steps.size() < LONGEST_WALK) {
      List<Step> possible = semantics.steps(at);
      List<Integer> group = semantics.fault(at).isPresent() || semantics.isOver(at) ? List.of()
          : StuckGroups.find(space, at, possible);
      if (!group.isEmpty()) {
        return Optional.of(new Evidence(Finding.DEADLOCK, steps, List.of(), group, Closure.NO_LOOP));
      }
      if (possible.isEmpty()) {
        return Optional.empty();
      }
      steps.add(possible.get(random.nextInt(possible.size())));
      at = steps.getLast().target();
    }
    return Optional.empty();
  }

  private static void holdsTo(Semantics semantics, org.graphline.model.property.Property property,
      Evidence original, boolean shortest) {
    Evidence edited = new Editor(semantics).edit(property, original, shortest);
    State end = new Replay(semantics).confirm(property, edited);
    assertThat(edited.length()).isLessThanOrEqualTo(original.length());
    assertThat(edited.stem().size()).isLessThanOrEqualTo(original.stem().size());
    assertThat(edited.loop().size()).isLessThanOrEqualTo(original.loop().size());
    if (shortest) {
      assertThat(edited.length()).isEqualTo(original.length());
    }
    isMadeOf(edited.stem(), original.stem());
    isMadeOf(edited.loop(), original.loop());
    State before = original.stem().isEmpty() ? semantics.initial() : original.stem().getLast().target();
    assertThat(stuck(semantics, end, edited)).isEqualTo(stuck(semantics, before, original));
    assertThat(semantics.fault(end)).isEqualTo(semantics.fault(before));
    if (original.closure() == Closure.FAIR_LOOP
        && new LoopFairness(semantics, before, original.loop()).isFair()) {
      assertThat(new LoopFairness(semantics, end, edited.loop()).isFair()).isTrue();
    }
    assertThat(new Editor(semantics).edit(property, original, shortest)).isEqualTo(edited);
    assertThat(new Editor(semantics).edit(property, edited, shortest).length()).isEqualTo(edited.length());
  }

  /// Every instance does what it did, in its order, or less.
  private static void isMadeOf(List<Step> edited, List<Step> original) {
    edited.forEach(step -> assertThat(count(edited, step)).isLessThanOrEqualTo(count(original, step)));
    edited.stream().flatMap(s -> s.actors().stream()).map(Step.Actor::instance).distinct().forEach(instance ->
        assertThat(moves(original, instance).toList()).containsSubsequence(moves(edited, instance).toList()));
  }

  private static long count(List<Step> steps, Step wanted) {
    return steps.stream().filter(s -> Replay.doTheSame(s, wanted)).count();
  }

  private static Stream<Object> moves(List<Step> steps, int instance) {
    return steps.stream().filter(s -> s.actors().stream().anyMatch(a -> a.instance() == instance))
        .map(s -> List.of(s.label(), s.actors()));
  }

  private static List<?> stuck(Semantics semantics, State state, Evidence evidence) {
    return semantics.waits(state).stream().filter(w -> evidence.group().contains(w.instance()))
        .map(w -> List.of(w.instance(), w.thread(), w.node())).toList();
  }
}
