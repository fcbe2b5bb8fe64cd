package org.graphline.checker.candidate;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.graphline.checker.product.Product;

/// Looks for runs that end in a stuck group.
public final class StuckSearch {
  /// What a search may do in all: some minutes.
  private static final long WORK = 1L << 33;

  private StuckSearch() {}

  /// Returns a run from the initial state after which somebody is stuck, or nothing, which says nothing.
  ///
  /// @param isOver asked now and then whether to give up
  public static Optional<ProductRun> find(Product product, List<Candidate> candidates, BooleanSupplier isOver) {
    var moves = new Moves(product);
    int[] start = product.initial().stream().mapToInt(Integer::intValue).toArray();
    return new CandidateSearch(moves, new StuckAim(moves), start, new Budget(WORK, isOver))
        .find(candidates.stream().flatMap(c -> Goal.of(c, moves).stream()).toList());
  }
}
