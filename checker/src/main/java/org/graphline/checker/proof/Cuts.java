package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// What no step changes, told to a formula as far as its models break it: a model that an invariant or a trap
/// forbids is ruled out with all others that it forbids (Esparza, Ledesma-Garza, Majumdar, Meyer, Niksic, "An
/// SMT-Based Approach to Coverability Analysis", CAV 2014).
final class Cuts {
  /// So many invariants that forbid a model are said at once.
  private static final int AT_ONCE = 4;

  private final Wiring wiring;
  private final Places places;
  private final Together together;
  private final Marking marking;
  private final Set<Invariants.Invariant> said = new LinkedHashSet<>();
  private final List<BitSet> saidTraps = new ArrayList<>();
  private Optional<Found> found = Optional.empty();
  private boolean isSought;

  Cuts(Wiring wiring, Places places, Together together, Marking marking) {
    this.wiring = wiring;
    this.places = places;
    this.together = together;
    this.marking = marking;
  }

  private record Found(List<Invariants.Invariant> invariants, Traps traps) {}

  /// Rules out what values of all fields have wrong; reports whether anything is.
  boolean cut(int[] values) {
    if (!isSought) {
      isSought = true;
      found = Changes.of(wiring, places, together).map(this::found);
    }
    return found.isPresent() && cut(found.get(), places.of(values));
  }

  private Found found(List<Changes.Change> changes) {
    int[] initial = places.of(wiring.product().initial().stream().mapToInt(Integer::intValue).toArray());
    return new Found(Invariants.of(places, changes, initial, wiring.effort()),
        new Traps(places, changes, initial, wiring.effort()));
  }

  private boolean cut(Found known, int[] marked) {
    int broken = 0;
    for (Invariants.Invariant invariant : known.invariants()) {
      if (broken < AT_ONCE && !said.contains(invariant) && Arrays.stream(marked).mapToLong(invariant::at).sum() != 0
          && marking.cut(invariant)) {
        said.add(invariant);
        broken++;
      }
    }
    if (broken > 0) {
      return true;
    }
    Optional<BitSet> trap = known.traps().unmarked(marked);
    trap.ifPresent(t -> {
      marking.cut(t);
      saidTraps.add(t);
    });
    return trap.isPresent();
  }

  /// Returns the invariants that were said, each as field, value and weight.
  List<int[]> invariants() {
    return said.stream().map(i -> i.weights().entrySet().stream().flatMapToInt(w -> IntStream.concat(
        Arrays.stream(places.at(w.getKey())), IntStream.of(Math.toIntExact(w.getValue())))).toArray()).toList();
  }

  /// Returns the traps that were said, each as field and value.
  List<int[]> traps() {
    return saidTraps.stream().map(t -> t.stream().flatMap(p -> Arrays.stream(places.at(p))).toArray()).toList();
  }
}
