package org.graphline.runtime;

import java.util.List;

/// How each component's day ended, in the order of the graph.
///
/// @param closed  whether closing time came, with somebody still resting
/// @param aborted whether the lines were cut
public record Report(List<Outcome> outcomes, boolean closed, boolean aborted) {
  /// Returns the components that failed.
  public List<Outcome.Failed> failures() {
    return outcomes.stream().filter(Outcome.Failed.class::isInstance).map(Outcome.Failed.class::cast)
        .toList();
  }

  /// Reports whether everybody went home of their own accord or at closing time.
  public boolean isClean() {
    return !aborted && outcomes.stream().allMatch(Outcome.WentHome.class::isInstance);
  }
}
