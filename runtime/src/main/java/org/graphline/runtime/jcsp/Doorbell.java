package org.graphline.runtime.jcsp;

/// A bell for threads that are not components'. They may be interrupted, which no JCSP channel survives.
final class Doorbell implements Waiter {
  private boolean rung;

  @Override
  public synchronized void nudge() {
    rung = true;
    notifyAll();
  }

  /// Waits for a ring until `deadline` (by `System.nanoTime`; null means for ever). Returns whether it rang.
  synchronized boolean hear(Long deadline) throws InterruptedException {
    while (!rung) {
      if (deadline == null) {
        wait();
      } else {
        long left = (deadline - System.nanoTime() + 999_999) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        wait(left);
      }
    }
    rung = false;
    return true;
  }
}
