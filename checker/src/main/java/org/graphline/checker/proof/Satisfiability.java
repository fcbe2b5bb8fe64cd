package org.graphline.checker.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.graphline.checker.candidate.Candidate;
import org.graphline.checker.candidate.Candidate.Place;
import org.graphline.checker.product.Standing.Need;
import org.graphline.checker.product.Standing.Supporter;

/// Asks the [Query] for a stuck group until there is none. One that an invariant or a trap forbids is ruled out
/// with all others that it forbids ([Cuts]); one that nothing forbids is a candidate, and ruled out alone.
final class Satisfiability {
  /// Larger networks are left to other arguments, and to the search that candidates lead.
  static final int MOST_COMPONENTS = 300;
  /// So many values of all fields are numbered at most.
  static final int MOST_PLACES = 1 << 16;
  private static final int MOST_ROUNDS = 100;
  private static final int MOST_CANDIDATES = 16;

  private final Wiring wiring;
  private final Waiting waiting;
  private final Neighbors neighbors;
  private final Places places;
  private final List<Candidate> candidates = new ArrayList<>();
  private Optional<Cuts> cuts = Optional.empty();

  Satisfiability(Wiring wiring, Waiting waiting, Neighbors neighbors) {
    this.wiring = wiring;
    this.waiting = waiting;
    this.neighbors = neighbors;
    this.places = new Places(wiring.product());
  }

  /// Returns a proof, or groups that nothing known here forbids; neither may come out.
  ///
  /// @param left for each instance the local states in which it may be stuck, as far as is known
  LocalProof.Answer judge(IntFunction<BitSet> left) {
    try {
      refine(left);
      return new LocalProof.Answer(Optional.empty(), candidates);
    } catch (Effort.Exhausted _) {
      return new LocalProof.Answer(Optional.empty(), candidates);
    } catch (Query.Contradiction _) {
      return candidates.isEmpty() ? new LocalProof.Answer(Optional.of(new Proof(Proof.Argument.SATISFIABILITY,
          wiring.instances(), neighbors.pairs(), invariants().size(), traps().size())), List.of())
          : new LocalProof.Answer(Optional.empty(), candidates);
    }
  }

  /// Returns the invariants that were said, each as field, value and weight, after the formula had no model.
  List<int[]> invariants() {
    return cuts.map(Cuts::invariants).orElse(List.of());
  }

  /// Returns the traps that were said, each as field and value.
  List<int[]> traps() {
    return cuts.map(Cuts::traps).orElse(List.of());
  }

  private void refine(IntFunction<BitSet> left) throws Query.Contradiction {
    boolean isLarge = wiring.instances() > MOST_COMPONENTS || places.count() > MOST_PLACES;
    Optional<Together> together = isLarge ? Optional.empty() : Together.of(wiring);
    if (together.isEmpty()) {
      return;
    }
    var query = new Query(wiring, waiting, left, places, together.get());
    var known = new Cuts(wiring, places, together.get(), query.marking());
    cuts = Optional.of(known);
    for (int round = 0; round < MOST_ROUNDS && candidates.size() < MOST_CANDIDATES; round++) {
      Optional<Query.Model> model = query.solve();
      if (model.isEmpty()) {
        return;
      }
      if (!known.cut(model.get().values())) {
        List<Place> core = core(model.get());
        candidates.add(new Candidate(core));
        query.exclude(core);
      }
    }
  }

  /// Returns the smallest part of the group that waits for nobody else, with those around it who are no help.
  private List<Place> core(Query.Model model) {
    return model.group().stream().filter(i -> !waiting.standing(i, model.values()[i]).rests())
        .mapToObj(i -> core(i, model)).min(Comparator.comparingLong(p -> p.stream().filter(Place::stuck).count()))
        .orElseThrow();
  }

  private List<Place> core(int seed, Query.Model model) {
    Map<Integer, Place> core = new LinkedHashMap<>();
    var open = new ArrayDeque<>(List.of(seed));
    while (!open.isEmpty()) {
      int instance = open.poll();
      int state = model.values()[instance];
      core.put(instance, new Place(instance, state, true));
      for (Need need : waiting.standing(instance, state).needs()) {
        helpers(instance, need, model).filter(h -> !core.containsKey(h) && !open.contains(h)).forEach(open::add);
      }
    }
    for (Place place : List.copyOf(core.values())) {
      for (Neighbors.Side side : neighbors.of(place.instance())) {
        if (!waiting.needed(place.instance(), place.state(), side.other()).isEmpty()) {
          core.computeIfAbsent(side.other(), j -> new Place(j, model.values()[j], false));
        }
      }
    }
    return List.copyOf(core.values());
  }

  /// Those who could help the instance and are stuck themselves; one of them, where it takes all.
  private Stream<Integer> helpers(int instance, Need need, Query.Model model) {
    Stream<Integer> all = need.supporters().stream()
        .filter(s -> s.instance() != instance && s.atom().holds(model.values()[s.atom().field()]))
        .map(Supporter::instance).filter(model.group()::get);
    return need.all() ? all.limit(1) : all;
  }
}
