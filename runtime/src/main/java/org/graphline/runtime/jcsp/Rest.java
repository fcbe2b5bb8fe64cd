package org.graphline.runtime.jcsp;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jcsp.lang.Alternative;

/// How one branch waits, and whether it is counted at the office while it does.
final class Rest {
  /// Settling down is still counted, resting is not.
  private enum Mood {
    BUSY, SETTLING, RESTING
  }

  private final DeskProcess process;
  private final Office office;
  private final Bell bell = new Bell();
  private final AtomicReference<Mood> mood = new AtomicReference<>(Mood.BUSY);
  private volatile Wait wait;

  Rest(DeskProcess process) {
    this.process = process;
    this.office = process.office();
  }

  Bell bell() {
    return bell;
  }

  /// Returns what the branch waits for, or null.
  Wait currentWait() {
    return wait;
  }

  boolean isResting() {
    return mood.get() == Mood.RESTING;
  }

  /// Counts the branch again, and makes it look.
  void nudge() {
    wakeUp();
    bell.ring();
  }

  /// Waits by `choice`, whose guard 0 is the bell, and returns the guard chosen. Returns 0 at once if, with
  /// the branch ready to rest, `ready` says that there is no need to wait.
  int await(Alternative choice, boolean restful, BooleanSupplier ready, Wait what) {
    if (restful && !settle(ready)) {
      return 0;
    }
    wait = what;
    Thread.interrupted(); // a JCSP wait must not find the thread interrupted
    int chosen = choice.priSelect();
    wait = null;
    wakeUp();
    if (chosen == 0) {
      bell.hear();
    }
    return chosen;
  }

  /// Waits for the bell. Returns at once if, with the branch ready to rest, `ready` says that there is no
  /// need to.
  void await(boolean restful, BooleanSupplier ready, Wait what) {
    if (restful && !settle(ready)) {
      return;
    }
    wait = what;
    bell.hear();
    wait = null;
    wakeUp();
  }

  /// Stops being counted, unless there is cause to move. Whoever gives cause nudges, and finds the branch
  /// settling or resting; what was there before is seen by `ready`.
  private boolean settle(BooleanSupplier ready) {
    mood.set(Mood.SETTLING);
    if (process.isOver() || ready.getAsBoolean()) {
      mood.set(Mood.BUSY);
      return false;
    }
    if (!mood.compareAndSet(Mood.SETTLING, Mood.RESTING)) {
      return false;
    }
    office.leave();
    return true;
  }

  private void wakeUp() {
    if (mood.getAndSet(Mood.BUSY) == Mood.RESTING) {
      office.enter();
    }
  }
}
