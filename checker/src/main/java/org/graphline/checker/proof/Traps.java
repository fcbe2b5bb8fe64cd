package org.graphline.checker.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.graphline.checker.proof.Changes.Change;

/// Traps: sets of places that each change fills if it empties one of them, so that a trap with a token always has
/// one. A candidate that leaves one empty that has a token at the start cannot be reached (Esparza, Melzer,
/// "Verification of Safety Properties Using Integer Programming: Beyond the State Equation", Formal Methods in
/// System Design 16, 2000).
final class Traps {
  /// From so many places of the initial state a trap is grown; the smallest one is taken.
  private static final int MOST_BEGINNINGS = 16;

  private final List<Change> changes;
  private final int[] initial;
  private final List<List<Change>> emptying = new ArrayList<>();
  private final List<List<Change>> filling = new ArrayList<>();
  private final Effort effort;

  Traps(Places places, List<Change> changes, int[] initial, Effort effort) {
    this.changes = changes;
    this.initial = initial;
    this.effort = effort;
    for (int p = 0; p < places.count(); p++) {
      emptying.add(new ArrayList<>());
      filling.add(new ArrayList<>());
    }
    for (Change change : changes) {
      change.from().forEach(p -> emptying.get(p).add(change));
      change.to().forEach(p -> filling.get(p).add(change));
    }
  }

  /// Returns a trap that has a token at the start and none in `marked`.
  Optional<BitSet> unmarked(int[] marked) {
    BitSet largest = largest(marked);
    return Arrays.stream(initial).filter(largest::get).limit(MOST_BEGINNINGS).mapToObj(p -> grow(p, largest))
        .min(java.util.Comparator.comparingInt(BitSet::cardinality));
  }

  private BitSet largest(int[] marked) {
    var trap = new BitSet();
    trap.set(0, emptying.size());
    Arrays.stream(marked).forEach(trap::clear);
    var open = new ArrayDeque<>(changes);
    while (!open.isEmpty()) {
      Change change = open.poll();
      effort.spend(1);
      if (change.to().stream().noneMatch(trap::get)) {
        for (int place : change.from()) {
          if (trap.get(place)) {
            trap.clear(place);
            open.addAll(filling.get(place));
          }
        }
      }
    }
    return trap;
  }

  private BitSet grow(int place, BitSet within) {
    var trap = new BitSet();
    trap.set(place);
    var open = new ArrayDeque<>(List.of(place));
    while (!open.isEmpty()) {
      for (Change change : emptying.get(open.poll())) {
        effort.spend(1);
        if (change.to().stream().noneMatch(trap::get)) {
          int next = change.to().stream().filter(within::get).findFirst().orElseThrow();
          trap.set(next);
          open.add(next);
        }
      }
    }
    return trap;
  }
}
