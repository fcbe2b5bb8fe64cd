package org.graphline.checker.search;

/// Is told now and then how far a search has come, by one thread at a time.
@FunctionalInterface
public interface Watcher {

  /// Says nothing to anybody.
  Watcher SILENT = (states, depth, frontier, statesPerSecond, bytes) -> {};

  /// States are being explored.
  ///
  /// @param states          stored so far
  /// @param depth           the level being looked at
  /// @param frontier        states of that level
  /// @param statesPerSecond over the whole search
  /// @param bytes           allocated
  void exploring(long states, long depth, long frontier, double statesPerSecond, long bytes);
}
