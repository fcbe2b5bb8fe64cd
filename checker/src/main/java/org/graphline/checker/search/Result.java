package org.graphline.checker.search;

/// How far a search came and why no further.
///
/// @param states        different ones found
/// @param transitions   computed, from all states looked at
/// @param passed        states passed over on the ways of those transitions, as often as they were
/// @param depth         the last level that was looked at
/// @param bytes         allocated in the end
/// @param bytesPerState of them
/// @param coverage      the share of the states that the store can tell apart on average; 1 if it is exact
public record Result(long states, long transitions, long passed, long depth, long bytes, double bytesPerState,
    double coverage, End end) {

  /// Why a search ended.
  public enum End {
    /// Every reachable state was looked at, or, with a store that is not exact, every one that was not lost.
    ALL_SEEN,
    /// The inspector had seen enough.
    INSPECTOR,
    /// More states than allowed.
    STATES,
    /// Deeper than allowed.
    DEPTH,
    /// No memory left for more states.
    MEMORY,
    /// The time is over.
    TIME,
    /// Somebody does not want to know any more.
    CANCELLED
  }

  /// Reports whether nothing was left out on purpose.
  public boolean complete() {
    return end == End.ALL_SEEN;
  }
}
