package org.graphline.runtime;

/// How a component's day ended.
public sealed interface Outcome {
  String desk();

  /// It has not ended.
  record AtWork(String desk) implements Outcome {}

  /// It went home.
  record WentHome(String desk) implements Outcome {}

  /// An exception or an error state ended it.
  ///
  /// @param position `board.graphline:31`, where the component was
  record Failed(String desk, Throwable cause, String position) implements Outcome {}
}
