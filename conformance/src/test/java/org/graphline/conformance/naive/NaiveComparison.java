package org.graphline.conformance.naive;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.graphline.model.term.Comparison;

/// What two state spaces show outside, compared by the definitions of docs/semantics.md: after each history, the set of
/// all states the specification may be in.
final class NaiveComparison {
  /// So many pairs of a state and of what the specification may be in are looked at; beyond that this takes gigabytes.
  private static final int MOST_PAIRS = 200_000;

  private final NaiveShown space;
  private final NaiveShown allowed;
  private final Comparison comparison;
  private final Set<Integer> divergent;
  private final BitSet allowedToDiverge = new BitSet();
  private final Map<Told, BitSet> after = new HashMap<>();

  private NaiveComparison(NaiveShown space, NaiveShown allowed, Comparison comparison) {
    this.space = space;
    this.allowed = allowed;
    this.comparison = comparison;
    this.divergent = space.silentCycles();
    (allowed == space ? divergent : allowed.silentCycles()).forEach(allowedToDiverge::set);
  }

  /// A state of one side, the states the other may be in, and the ends that were seen.
  private record At(int state, BitSet others, Set<String> ended) {}

  /// States and an event that happens in one of them.
  private record Told(BitSet states, String event) {}

  static boolean refines(NaiveSpace space, NaiveSpace allowed, Comparison comparison) {
    return new NaiveComparison(new NaiveShown(space), new NaiveShown(allowed), comparison).refines();
  }

  static boolean isDeterministic(NaiveSpace space) {
    var shown = new NaiveShown(space);
    return new NaiveComparison(shown, shown, Comparison.FAILURES).isDeterministic();
  }

  private boolean refines() {
    for (At at : pairs()) {
      if (at.others().isEmpty()) {
        return false;
      }
      if (comparison == Comparison.TRACES || isLoose(at)) {
        continue;
      }
      if (comparison == Comparison.DIVERGENCES && divergent.contains(at.state())) {
        return false;
      }
      Optional<Set<String>> accepted = space.accepted(at.state(), at.ended());
      if (accepted.isPresent() && at.others().stream()
          .mapToObj(s -> allowed.accepted(s, at.ended())).flatMap(Optional::stream)
          .noneMatch(accepted.get()::containsAll)) {
        return false;
      }
    }
    return true;
  }

  /// Reports whether the specification may diverge here, so that nothing more is asked.
  private boolean isLoose(At at) {
    return comparison == Comparison.DIVERGENCES && at.others().intersects(allowedToDiverge);
  }

  private boolean isDeterministic() {
    for (At at : pairs()) {
      Optional<Set<String>> accepted = space.accepted(at.state(), at.ended());
      boolean refusesWhatIsPossible = accepted.isPresent() && at.others().stream()
          .anyMatch(s -> !accepted.get().containsAll(space.next(s, at.ended())));
      if (refusesWhatIsPossible || divergent.contains(at.state())) {
        return false;
      }
    }
    return true;
  }

  private Set<At> pairs() {
    var found = new HashSet<At>();
    var queue = new ArrayDeque<At>();
    var start = new BitSet();
    start.set(0);
    add(new At(0, silently(start), Set.of()), found, queue);
    while (!queue.isEmpty()) {
      At at = queue.remove();
      if (at.others().isEmpty() || isLoose(at)) {
        continue;
      }
      for (NaiveShown.Shown edge : space.from(at.state())) {
        add(new At(edge.target(), edge.event().map(e -> after(at.others(), e)).orElse(at.others()), at.ended()),
            found, queue);
      }
      for (String end : space.ends(at.state())) {
        if (!at.ended().contains(end)) {
          var ended = new TreeSet<>(at.ended());
          ended.add(end);
          add(new At(at.state(), after(at.others(), end), ended), found, queue);
        }
      }
    }
    return found;
  }

  private void add(At at, Set<At> found, ArrayDeque<At> queue) {
    if (!space.isError(at.state()) && found.add(at)) {
      queue.add(at);
      if (found.size() > MOST_PAIRS) {
        throw new TooManyPairs(MOST_PAIRS);
      }
    }
  }

  /// Returns the states the specification may be in after one of `states` and an event.
  private BitSet after(BitSet states, String event) {
    return after.computeIfAbsent(new Told(states, event), told -> {
      var next = new BitSet();
      told.states().stream().forEach(s -> {
        if (allowed.ends(s).contains(event)) {
          next.set(s);
        }
        for (NaiveShown.Shown edge : allowed.from(s)) {
          if (edge.event().equals(Optional.of(event))) {
            next.set(edge.target());
          }
        }
      });
      return silently(next);
    });
  }

  /// Returns `from` and what is reached from it without an event.
  private BitSet silently(BitSet from) {
    var all = (BitSet) from.clone();
    var queue = new ArrayDeque<Integer>();
    from.stream().forEach(queue::add);
    while (!queue.isEmpty()) {
      for (NaiveShown.Shown edge : allowed.from(queue.remove())) {
        if (edge.event().isEmpty() && !all.get(edge.target())) {
          all.set(edge.target());
          queue.add(edge.target());
        }
      }
    }
    return all;
  }
}
