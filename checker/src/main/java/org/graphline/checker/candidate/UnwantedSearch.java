package org.graphline.checker.candidate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.graphline.checker.product.Product;

/// Looks for runs that end where some fields have unwanted values.
public final class UnwantedSearch {
  /// What a search may do in all: some seconds.
  private static final long WORK = 1L << 29;
  /// With more goals only the first ones are tried.
  private static final int MOST_GOALS = 32;

  private UnwantedSearch() {}

  /// Returns a run from the initial state after which somebody has met one of these errors, or nothing, which says
  /// nothing. The first ones lead the search.
  ///
  /// @param errors local states in which instances have met an error
  /// @param isOver asked now and then whether to give up
  public static Optional<ProductRun> error(Product product, List<Unwanted> errors, BooleanSupplier isOver) {
    return find(product, new UnwantedAim(errors, true), errors, isOver);
  }

  /// Returns the same for values that are no errors: nobody has met one at the end of the run.
  public static Optional<ProductRun> find(Product product, List<Unwanted> unwanted, BooleanSupplier isOver) {
    return find(product, new UnwantedAim(unwanted, false), unwanted, isOver);
  }

  private static Optional<ProductRun> find(Product product, UnwantedAim aim, List<Unwanted> unwanted,
      BooleanSupplier isOver) {
    var moves = new Moves(product);
    int[] start = product.initial().stream().mapToInt(Integer::intValue).toArray();
    boolean faulty = IntStream.range(0, product.instances()).anyMatch(i -> moves.isFaulty(start, i));
    if (faulty ? aim.isError() : aim.met(start).isPresent()) {
      return Optional.of(new ProductRun(start, List.of()));
    }
    return faulty ? Optional.empty()
        : new CandidateSearch(moves, aim, start, new Budget(WORK, isOver)).find(goals(unwanted));
  }

  private static List<Goal> goals(List<Unwanted> unwanted) {
    var goals = new ArrayList<Goal>();
    for (Unwanted each : unwanted) {
      if (each.fields().size() == 1) {
        goals.add(goal(each.fields(), each.values()));
      } else {
        each.values().forEach(v -> goals.add(goal(each.fields(), List.of(v))));
      }
      if (goals.size() >= MOST_GOALS) {
        return goals.subList(0, MOST_GOALS);
      }
    }
    return goals;
  }

  private static Goal goal(List<Integer> fields, List<List<Integer>> values) {
    Map<Integer, BitSet> wanted = new TreeMap<>();
    for (List<Integer> those : values) {
      for (int i = 0; i < fields.size(); i++) {
        wanted.computeIfAbsent(fields.get(i), _ -> new BitSet()).set(those.get(i));
      }
    }
    return new Goal(wanted);
  }
}
