package org.graphline.runtime.jcsp;

/// One value on its way. Its state changes once, under the lock of its line.
final class Letter {
  /// What has become of a letter, as its sender sees it.
  enum State {
    WAITING, ACCEPTED, REFUSED, RETRACTED
  }

  final Object value;
  final Outlet from;
  final int line;
  private final Waiter sender;
  private volatile State state = State.WAITING;

  Letter(Object value, Outlet from, Waiter sender, int line) {
    this.value = value;
    this.from = from;
    this.sender = sender;
    this.line = line;
  }

  State state() {
    return state;
  }

  boolean isWaiting() {
    return state == State.WAITING;
  }

  /// Settles the letter before its sender has begun to wait.
  void settle(State settled) {
    state = settled;
  }

  /// Settles the letter and tells its sender.
  void settleAndTell(State settled) {
    state = settled;
    sender.nudge();
  }
}
