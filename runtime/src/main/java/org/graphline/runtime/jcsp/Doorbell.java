package org.graphline.runtime.jcsp;

import org.graphline.runtime.Conductor;

/// A bell for threads that are not components'. They may be interrupted, which no JCSP channel survives.
final class Doorbell implements Waiter {
  private final Conductor conductor;
  private final String name;
  private boolean rung;

  /// @param conductor who gives turns, or null
  /// @param name      the exposed end at which somebody waits
  Doorbell(Conductor conductor, String name) {
    this.conductor = conductor;
    this.name = name;
  }

  @Override
  public synchronized void nudge() {
    rung = true;
    notifyAll();
  }

  /// Waits for a ring until `deadline` (by `System.nanoTime`; null means for ever). Returns whether it rang.
  boolean hear(Long deadline) throws InterruptedException {
    if (conductor != null) {
      conductor.await(new Conductor.Turn("environment." + name, "", 0, "wait at " + name, this::hasRung, 0));
    }
    return heard(deadline);
  }

  private synchronized boolean hasRung() {
    return rung;
  }

  private synchronized boolean heard(Long deadline) throws InterruptedException {
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
