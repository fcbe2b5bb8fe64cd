package org.graphline.checker.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.graphline.checker.engine.Judgement.Evidence;
import org.graphline.checker.refinement.Event;
import org.graphline.checker.refinement.Outside;
import org.graphline.checker.refinement.Refutation;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;

/// Makes evidence readable: leaves out what the finding does not need and puts causes next to their effects.
///
/// Nothing is invented: an edited run is made of the moves of the original, each at most as often, and is
/// kept only if the model can follow it and it shows the same finding.
public final class Editor {
  private static final long MOST_CELLS = 2_000_000_000L;
  private static final long MOST_STATES = 40_000;

  private final Semantics semantics;
  private final Replay replay;
  private final Events events;
  private long left;

  public Editor(Semantics semantics) {
    this.semantics = semantics;
    this.replay = new Replay(semantics);
    this.events = new Events(new NetworkStateSpace(semantics));
    long cells = (long) semantics.layout().size() * Math.max(1, semantics.network().instances().size());
    this.left = Math.min(MOST_STATES, MOST_CELLS / cells);
  }

  /// Returns evidence of the same finding that is easier to read, never longer; the evidence itself if there
  /// is none.
  ///
  /// @param shortest whether no run with fewer counted steps is possible
  public Evidence edit(Property property, Evidence evidence, boolean shortest) {
    var finding = new SameFinding(semantics, replay, events, property, evidence);
    var pruning = new Pruning(this, finding, shortest);
    Evidence edited = ordered(property, finding, withShorterLoop(finding, evidence));
    Evidence pruned = pruning.prune(property, edited);
    while (pruned.stem().size() < edited.stem().size()) {
      edited = ordered(property, finding, pruned);
      pruned = pruning.prune(property, edited);
    }
    return edited;
  }

  /// Returns the same difference with a run that is easier to read: in another order, ending in the same
  /// state. What is shown outside keeps its order.
  public Refutation edit(Refutation refutation, ComparedReplay compared) {
    var outside = new Outside(semantics);
    List<Step> stem = refutation.evidence().stem();
    List<List<Integer>> causes =
        Causes.of(semantics.network(), stem, s -> outside.event(s.label()).isPresent());
    Optional<Event> last = refutation.difference().last();
    boolean endsWithIt = last.isPresent() && outside.event(stem.getLast().label()).equals(last);
    List<Step> told = reordered(semantics.initial(), stem, causes,
        endsWithIt ? List.of(stem.size() - 1) : List.of());
    var edited = new Refutation(refutation.evidence().stem(told), refutation.difference());
    return compared.shows(edited) ? edited : refutation;
  }

  /// Leaves out detours of the loop: what lies between two visits to a state.
  private Evidence withShorterLoop(SameFinding finding, Evidence evidence) {
    if (!finding.hasFairLoop()) {
      return evidence;
    }
    Evidence best = evidence;
    boolean changed = true;
    while (changed) {
      Optional<Evidence> shorter = detours(best.loop()).map(best::loop)
          .filter(e -> spend(e.loop().size()) && finding.isShownBy(e)).findFirst();
      changed = shorter.isPresent();
      best = shorter.orElse(best);
    }
    return best;
  }

  /// The loops that skip one detour, the longest detours first.
  private static java.util.stream.Stream<List<Step>> detours(List<Step> loop) {
    int size = loop.size();
    return IntStream.range(1, size).map(i -> size - i).boxed().flatMap(length
        -> IntStream.range(0, size - length)
        .filter(from -> loop.get(from).target().equals(loop.get(from + length).target()))
        .mapToObj(from -> without(loop, from + 1, from + 1 + length)));
  }

  static List<Step> without(List<Step> steps, int from, int to) {
    var rest = new ArrayList<>(steps.subList(0, from));
    rest.addAll(steps.subList(to, steps.size()));
    return rest;
  }

  private Evidence ordered(Property property, SameFinding finding, Evidence evidence) {
    List<Step> stem = reordered(semantics.initial(), evidence.stem(), causes(property, evidence.stem()),
        List.of());
    Evidence edited = evidence.stem(stem);
    edited = finding.isShownBy(edited) ? edited : evidence;
    if (finding.hasFairLoop() && !edited.loop().isEmpty()) {
      Evidence round = edited.loop(
          reordered(end(edited), edited.loop(), causes(property, edited.loop()), List.of()));
      edited = spend(2L * round.loop().size()) && finding.isShownBy(round) ? round : edited;
    }
    return edited;
  }

  State end(Evidence evidence) {
    return evidence.stem().isEmpty() ? semantics.initial() : evidence.stem().getLast().target();
  }

  List<List<Integer>> causes(Property property, List<Step> steps) {
    return Causes.of(semantics.network(), steps, s -> events.isLookedAt(s, property));
  }

  /// Returns the same moves in the order of telling, ending in the same state. Where the network cannot go on
  /// so, there is a cause that [Causes] does not know; the step that is stuck keeps its place then.
  ///
  /// @param inPlace steps that keep their place in any case
  private List<Step> reordered(State start, List<Step> steps, List<List<Integer>> causes,
      List<Integer> inPlace) {
    var fixed = new ArrayList<>(inPlace);
    while (spend(steps.size())) {
      List<Integer> order = Telling.order(steps, causes, fixed);
      List<Step> followed = replay.follow(start, order.stream().map(steps::get).toList());
      if (followed.size() == steps.size()) {
        return steps.isEmpty() || followed.getLast().target().equals(steps.getLast().target()) ? followed
            : steps;
      }
      fixed.add(order.get(followed.size()));
    }
    return steps;
  }

  /// Returns the evidence with some of the moves of its stem, if the network can make them and then go round
  /// as before.
  Optional<Evidence> followed(Evidence evidence, List<Step> stem) {
    if (!spend(stem.size() + 2L * evidence.loop().size())) {
      return Optional.empty();
    }
    List<Step> run = replay.follow(semantics.initial(), stem);
    Evidence shorter = evidence.stem(run);
    List<Step> loop = run.size() < stem.size() ? List.of() : replay.follow(end(shorter), evidence.loop());
    return run.size() < stem.size() || loop.size() < evidence.loop().size() ? Optional.empty()
        : Optional.of(shorter.loop(loop));
  }

  /// Reports whether a run that is a little shorter could still be tried.
  boolean canFollow(Evidence evidence) {
    return left >= evidence.stem().size() / 2;
  }

  /// Counts states that are looked at; reports whether that many may be.
  private boolean spend(long states) {
    left -= states;
    return left >= 0;
  }
}
