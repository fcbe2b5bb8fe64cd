package org.graphline.cli.report;

import java.util.List;
import java.util.Optional;

/// Repairs of a finding that were tried, each checked again like anything else.
///
/// @param larger what was raised for the second try, `PARTS = 6`; empty if there is nothing to raise
public record Tried(Optional<String> larger, List<Row> rows) {
  public Tried {
    rows = List.copyOf(rows);
  }

  /// How a check came out with a repair.
  public enum Result {
    /// All claims are as expected.
    HOLDS,
    FAILS,
    UNKNOWN
  }

  /// One repair.
  ///
  /// @param words  what was changed, as it would be written
  /// @param place  where, `farm.graphline:28`
  /// @param asked  how the check came out as it was asked
  /// @param larger how it came out with the numbers raised; empty if it was not tried
  public record Row(String words, String place, Result asked, Optional<Result> larger) {

    /// Reports whether it only makes room, so that the finding comes back with larger numbers.
    public boolean onlyMoves() {
      return asked == Result.HOLDS && larger.filter(r -> r == Result.FAILS).isPresent();
    }
  }

  /// Returns the repairs that hold, in both columns first.
  public List<Row> holding() {
    return rows.stream().filter(r -> r.asked() == Result.HOLDS)
        .sorted(java.util.Comparator.comparing(r -> r.larger().orElse(Result.HOLDS))).toList();
  }
}
