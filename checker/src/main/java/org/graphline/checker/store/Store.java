package org.graphline.checker.store;

/// A set of states.
public interface Store extends AutoCloseable {

  /// Returns a new adder for one thread.
  Adder adder();

  /// Returns how many different states were added, as far as the adders have told.
  long size();

  /// Returns how many bytes are allocated.
  long bytes();

  /// Gives back what `piece` takes, if its states are not needed where it lies.
  void recycle(Piece piece);

  /// Reports whether two states are never taken for one.
  boolean exact();

  /// Returns how many states are lost on average because they were taken for others: an estimate, 0 if exact.
  double expectedLost();

  /// Reports whether states were left out, neither stored nor handed over, because there was no memory to keep them
  /// until they would be looked at. Never if exact, which says that memory is exhausted instead.
  default boolean leftOut() {
    return false;
  }

  /// Returns the share of the states that is found on average.
  default double coverage() {
    return size() / Math.max(1, size() + expectedLost());
  }

  /// Returns the bytes allocated over the states.
  default double bytesPerState() {
    return (double) bytes() / Math.max(1, size());
  }

  @Override
  void close();
}
