package org.graphline.runtime;

import java.time.Duration;
import java.util.List;

/// A running graph.
public interface Network extends AutoCloseable {
  /// Waits until everybody has gone home.
  Report join() throws InterruptedException;

  /// Waits until everybody has gone home, but no longer than `atMost`. Returns whether they have.
  boolean join(Duration atMost) throws InterruptedException;

  /// Closes the exposed in-trays and waits until everybody has gone home. A graph that never rests never
  /// closes; an interrupt while waiting cuts the lines as [#abort()] does.
  @Override
  void close();

  /// Cuts every line: whoever waits, or comes to wait, goes home. Does not wait for them, and cannot reach a
  /// component that is busy in Java.
  void abort();

  /// Returns how everybody's day went so far.
  Report report();

  /// Returns who waits for what at this moment, by name and line: a snapshot for people, not a verdict.
  List<Waiting> describeWaiting();

  /// One component, or branch of one, that waits.
  ///
  /// @param position `farm.graphline:26`
  /// @param what     what it waits for, as `send parts`
  /// @param others   who could end the wait: components still holding the other end
  /// @param resting  whether it may wait for ever
  record Waiting(String desk, String position, String what, List<String> others, boolean resting) {
    @Override
    public String toString() {
      return desk + " waits to " + what + " at " + position + (resting ? " (resting)" : "")
          + (others.isEmpty() ? "" : " for " + String.join(", ", others));
    }
  }
}
