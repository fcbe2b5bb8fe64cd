package org.graphline.runtime;

/// Who is told of every step a network takes.
///
/// Calls come one at a time, in an order in which the steps could have been taken by one hand: no step is
/// told before one it depends on. They come from inside the hand-over, so an observer must be quick and must
/// not wait.
@FunctionalInterface
public interface Observer {
  void saw(Event event);
}
