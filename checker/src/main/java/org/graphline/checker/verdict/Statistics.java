package org.graphline.checker.verdict;

/// What an exploration cost.
///
/// @param engine        how the states were explored, `breadth first, confluence`
/// @param states        states stored
/// @param transitions   steps taken from them
/// @param passed        states passed over on the ways of those steps, as often as they were; they are not stored
/// @param depth         the largest distance of a state from the initial one, in steps of this exploration
/// @param bytesPerState memory of the store divided by the number of states
/// @param complete      whether every reachable state was explored
public record Statistics(String engine, long states, long transitions, long passed, int depth, double seconds,
    double bytesPerState, boolean complete) {

  /// What an exploration cost that passed over nothing.
  public Statistics(String engine, long states, long transitions, int depth, double seconds, double bytesPerState,
      boolean complete) {
    this(engine, states, transitions, 0, depth, seconds, bytesPerState, complete);
  }
}
