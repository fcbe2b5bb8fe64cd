package org.graphline.checker.verdict;

import java.util.List;
import org.graphline.model.network.Network;

/// All that a check of one network found out.
///
/// @param claimed   one verdict a claim, in the order of the claims
/// @param errorFree the verdict on `error free` (rule R1); one of `claimed` if it was claimed, or denied,
///                  there
public record Report(Network network, List<Verdict> claimed, Verdict errorFree, Statistics statistics) {
  public Report {
    claimed = List.copyOf(claimed);
  }

  /// Returns what was claimed, and `error free` in addition if the claims say nothing about it and it is
  /// violated or undecided.
  public List<Verdict> verdicts() {
    boolean said = claimed.contains(errorFree) || errorFree instanceof Verdict.Holds;
    return said ? claimed : java.util.stream.Stream.concat(claimed.stream(),
        java.util.stream.Stream.of(errorFree))
        .toList();
  }
}
