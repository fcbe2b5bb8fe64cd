package org.graphline.checker.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.graphline.checker.proof.Changes.Change;

/// Place invariants: weights of places whose sum no change changes, so that it is the same in every state as at
/// the start. A basis of them is found by elimination in whole numbers (Lautenbach 1973; Murata, "Petri Nets:
/// Properties, Analysis and Applications", Proceedings of the IEEE 77, 1989). That a field has one token is an
/// invariant, too; it is told apart by giving the initial place of each field the weight 0.
final class Invariants {
  private final int[] initial;
  private final Effort effort;
  private final int[] parent;
  private final SortedMap<Integer, SortedMap<Integer, Long>> pivots = new TreeMap<>();

  private Invariants(int places, int[] initial, Effort effort) {
    this.initial = initial;
    this.effort = effort;
    this.parent = new int[places];
    Arrays.setAll(parent, p -> p);
  }

  /// Weights of places; the sum of those of a reachable state is 0.
  record Invariant(SortedMap<Integer, Long> weights) {

    long at(int place) {
      return weights.getOrDefault(place, 0L);
    }
  }

  /// Returns invariants from which all others follow, those of few places first; none if numbers get too large.
  ///
  /// @param initial the places of the initial state
  static List<Invariant> of(Places places, List<Change> changes, int[] initial, Effort effort) {
    var invariants = new Invariants(places.count(), initial, effort);
    try {
      invariants.eliminate(changes);
    } catch (ArithmeticException _) {
      return List.of();
    }
    return invariants.basis();
  }

  private void eliminate(List<Change> changes) {
    changes.stream().filter(Change::isSingle).forEach(c -> join(c.from().getFirst(), c.to().getFirst()));
    Set<Integer> pinned = new HashSet<>();
    Arrays.stream(initial).forEach(p -> pinned.add(find(p)));
    Set<SortedMap<Integer, Long>> known = new HashSet<>();
    for (Change change : changes) {
      if (!change.isSingle()) {
        SortedMap<Integer, Long> row = new TreeMap<>();
        change.from().forEach(p -> row.merge(find(p), -1L, Math::addExact));
        change.to().forEach(p -> row.merge(find(p), 1L, Math::addExact));
        row.keySet().removeAll(pinned);
        row.values().removeIf(n -> n == 0);
        if (known.add(row)) {
          add(row);
        }
      }
    }
  }

  private int find(int place) {
    int root = place;
    while (parent[root] != root) {
      root = parent[root];
    }
    parent[place] = root;
    return root;
  }

  private void join(int one, int other) {
    parent[find(one)] = find(other);
  }

  private void add(SortedMap<Integer, Long> equation) {
    SortedMap<Integer, Long> row = equation;
    while (!row.isEmpty()) {
      effort.spend(row.size());
      SortedMap<Integer, Long> pivot = pivots.get(row.firstKey());
      if (pivot == null) {
        pivots.put(row.firstKey(), row);
        return;
      }
      row = combined(row, pivot);
    }
  }

  /// Returns the row without its first column.
  private static SortedMap<Integer, Long> combined(SortedMap<Integer, Long> row, SortedMap<Integer, Long> pivot) {
    long above = pivot.get(pivot.firstKey());
    long below = row.get(row.firstKey());
    var sum = new TreeMap<Integer, Long>();
    row.forEach((column, n) -> sum.put(column, Math.multiplyExact(n, above)));
    pivot.forEach((column, n) -> sum.merge(column, Math.negateExact(Math.multiplyExact(n, below)), Math::addExact));
    sum.values().removeIf(n -> n == 0);
    long divisor = sum.values().stream().reduce(0L, Invariants::gcd);
    if (divisor > 1) {
      sum.replaceAll((_, n) -> n / divisor);
    }
    return sum;
  }

  private static long gcd(long one, long other) {
    return BigInteger.valueOf(one).gcd(BigInteger.valueOf(other)).longValueExact();
  }

  private List<Invariant> basis() {
    SortedMap<Integer, List<Integer>> classes = new TreeMap<>();
    for (int p = 0; p < parent.length; p++) {
      classes.computeIfAbsent(find(p), _ -> new ArrayList<>()).add(p);
    }
    Set<Integer> bound = new HashSet<>(pivots.keySet());
    Arrays.stream(initial).forEach(p -> bound.add(find(p)));
    var all = new ArrayList<Invariant>();
    for (int column : classes.keySet()) {
      if (!bound.contains(column)) {
        try {
          all.add(spread(solution(column), classes));
        } catch (ArithmeticException _) {
          continue;
        }
      }
    }
    all.sort(Comparator.comparingInt(i -> i.weights().size()));
    return all;
  }

  private static Invariant spread(SortedMap<Integer, Long> solution, SortedMap<Integer, List<Integer>> classes) {
    SortedMap<Integer, Long> weights = new TreeMap<>();
    solution.forEach((column, n) -> {
      if (n != 0) {
        classes.get(column).forEach(p -> weights.put(p, n));
      }
    });
    return new Invariant(weights);
  }

  /// Returns the solution in which of all columns without a pivot only this one is not 0.
  private SortedMap<Integer, Long> solution(int free) {
    SortedMap<Integer, Long> solution = new TreeMap<>();
    solution.put(free, 1L);
    for (SortedMap<Integer, Long> pivot : pivots.reversed().values()) {
      int column = pivot.firstKey();
      long sum = 0;
      effort.spend(pivot.size());
      for (var term : pivot.entrySet()) {
        sum = Math.addExact(sum, Math.multiplyExact(term.getValue(), solution.getOrDefault(term.getKey(), 0L)));
      }
      if (sum != 0) {
        long factor = Math.absExact(pivot.get(column)) / gcd(sum, pivot.get(column));
        solution.replaceAll((_, n) -> Math.multiplyExact(n, factor));
        solution.put(column, Math.negateExact(Math.multiplyExact(sum, factor)) / pivot.get(column));
      }
    }
    return solution;
  }
}
