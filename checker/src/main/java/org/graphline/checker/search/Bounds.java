package org.graphline.checker.search;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// When a search gives up. Bounds are looked at now and then, so a search may go a little beyond them.
///
/// @param maxStates states to store at most; up to a million that is kept to exactly
/// @param maxDepth  levels to look at at most; the initial state has level 0
/// @param nanoTime  a clock in nanoseconds from any origin
/// @param deadline  when to give up, on that clock
/// @param cancelled asked now and then whether to give up, by any of the threads
public record Bounds(long maxStates, long maxDepth, LongSupplier nanoTime, long deadline,
    BooleanSupplier cancelled) {

  /// Returns bounds that bound nothing, given a clock.
  public static Bounds none(LongSupplier nanoTime) {
    long never = nanoTime.getAsLong() + Long.MAX_VALUE;
    return new Bounds(Long.MAX_VALUE, Long.MAX_VALUE, nanoTime, never, () -> false);
  }

  /// Returns these bounds with another one on states.
  public Bounds maxStates(long states) {
    return new Bounds(states, maxDepth, nanoTime, deadline, cancelled);
  }

  /// Returns these bounds with another one on levels.
  public Bounds maxDepth(long depth) {
    return new Bounds(maxStates, depth, nanoTime, deadline, cancelled);
  }

  /// Returns these bounds with the deadline `nanos` from now.
  public Bounds within(long nanos) {
    return new Bounds(maxStates, maxDepth, nanoTime, nanoTime.getAsLong() + nanos, cancelled);
  }

  /// Returns these bounds with another way to give up.
  public Bounds cancelled(BooleanSupplier when) {
    return new Bounds(maxStates, maxDepth, nanoTime, deadline, when);
  }

  boolean isLate() {
    return nanoTime.getAsLong() - deadline > 0;
  }
}
