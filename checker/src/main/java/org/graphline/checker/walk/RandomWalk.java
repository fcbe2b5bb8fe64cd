package org.graphline.checker.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.graphline.checker.engine.Judgement.Closure;
import org.graphline.checker.engine.Judgement.Evidence;
import org.graphline.checker.engine.StuckGroups;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.checker.story.Editor;
import org.graphline.checker.story.Explainer;
import org.graphline.checker.story.Replay;
import org.graphline.checker.verdict.Counterexample;
import org.graphline.checker.verdict.Finding;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;

/// Walks through the states of a network by chance and looks for error states and for components that are stuck.
///
/// Who is stuck stays stuck, so it is enough to look where a walk ends. What is found is made shorter by taking steps
/// away, halves first, as long as the rest is a run that ends as badly (Zeller and Hildebrandt, IEEE TSE 28, 2002).
public final class RandomWalk {
  private final Semantics semantics;
  private final NetworkStateSpace space;

  public RandomWalk(Semantics semantics) {
    this.semantics = semantics;
    this.space = new NetworkStateSpace(semantics);
  }

  /// Something bad that a walk came to.
  ///
  /// @param seed of the walk
  /// @param walk its number, from 1
  public record Found(Property property, Counterexample story, long seed, int walk) {}

  /// Makes walks with `seed` and the numbers after it until one finds something. Finding nothing says nothing.
  ///
  /// @param steps of one walk at most
  public Optional<Found> look(int walks, int steps, long seed) {
    for (int walk = 0; walk < walks; walk++) {
      Optional<Evidence> bad = walk(steps, new SplittableRandom(seed + walk));
      if (bad.isPresent()) {
        Evidence shrunk = shrunk(bad.get());
        Property property = property(shrunk);
        return Optional.of(new Found(property, story(property, shrunk), seed + walk, walk + 1));
      }
    }
    return Optional.empty();
  }

  private static Property property(Evidence evidence) {
    return evidence.finding() == Finding.ERROR ? new Property.ErrorFree() : new Property.DeadlockFree();
  }

  private Optional<Evidence> walk(int length, RandomGenerator random) {
    var taken = new ArrayList<Step>();
    State at = semantics.initial();
    List<Step> possible = semantics.steps(at);
    while (!possible.isEmpty() && taken.size() < length) {
      Step step = possible.get(random.nextInt(possible.size()));
      taken.add(step);
      at = step.target();
      possible = semantics.steps(at);
    }
    return bad(taken, at);
  }

  /// Returns what is bad about a run that ends in `end`.
  private Optional<Evidence> bad(List<Step> run, State end) {
    if (semantics.fault(end).isPresent()) {
      return Optional.of(new Evidence(Finding.ERROR, run, List.of(), List.of(), Closure.NO_LOOP));
    }
    List<Integer> group = StuckGroups.find(space, end, semantics.steps(end));
    return group.isEmpty() ? Optional.empty()
        : Optional.of(new Evidence(Finding.DEADLOCK, run, List.of(), group, Closure.NO_LOOP));
  }

  private Evidence shrunk(Evidence found) {
    Evidence best = found;
    for (int size = Math.max(1, best.stem().size() / 2); size >= 1; size = size == 1 ? 0 : size / 2) {
      for (int from = 0; from < best.stem().size();) {
        List<Step> fewer = new ArrayList<>(best.stem());
        fewer.subList(from, Math.min(fewer.size(), from + size)).clear();
        Optional<Evidence> still = follow(fewer);
        if (still.isPresent() && still.get().finding() == best.finding()
            && still.get().stem().size() < best.stem().size()) {
          best = still.get();
        } else {
          from += size;
        }
      }
    }
    return best;
  }

  /// Does what `wanted` did, as far as it is possible, and returns what is bad where that ends.
  private Optional<Evidence> follow(List<Step> wanted) {
    var taken = new ArrayList<Step>();
    State at = semantics.initial();
    for (Step step : wanted) {
      Optional<Step> next = semantics.steps(at, step.label()).stream().filter(s -> s.actors().equals(step.actors()))
          .findFirst();
      if (next.isPresent()) {
        taken.add(next.get());
        at = next.get().target();
      }
    }
    return bad(taken, at);
  }

  private Counterexample story(Property property, Evidence found) {
    var replay = new Replay(semantics);
    replay.confirm(property, found);
    Evidence edited = new Editor(semantics).edit(property, found, false);
    return new Explainer(semantics).explain(property, edited, replay.confirm(property, edited), false);
  }
}
