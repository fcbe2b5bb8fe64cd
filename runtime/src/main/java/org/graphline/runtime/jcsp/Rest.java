package org.graphline.runtime.jcsp;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.graphline.runtime.Conductor;

/// How one branch waits, and whether it is counted at the office while it does.
final class Rest {
  /// Settling down is still counted, resting is not.
  private enum Mood {
    BUSY, SETTLING, RESTING
  }

  private final String id;
  private final Branch branch;
  private final DeskProcess process;
  private final Office office;
  private final Bell bell = new Bell();
  private final AtomicReference<Mood> mood = new AtomicReference<>(Mood.BUSY);
  private volatile Wait wait;

  /// @param id what a conductor calls the branch
  Rest(String id, Branch branch) {
    this.id = id;
    this.branch = branch;
    this.process = branch.process();
    this.office = process.office();
  }

  Bell bell() {
    return bell;
  }

  String id() {
    return id;
  }

  /// Waits for its turn to go on, if somebody gives turns.
  void awaitTurn(String what) {
    if (office.conductor() != null) {
      office.conductor().await(turn(what, () -> true, 0));
    }
  }

  private Conductor.Turn turn(String what, BooleanSupplier ready, int timers) {
    return new Conductor.Turn(id, process.name(), branch.line(), what, ready, timers);
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
  int await(Choice choice, boolean restful, BooleanSupplier ready, Wait what) {
    if (restful && !settle(ready)) {
      return 0;
    }
    wait = what;
    Thread.interrupted(); // a JCSP wait must not find the thread interrupted
    int chosen = office.conductor() == null ? choice.await() : conducted(choice, what);
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
    if (office.conductor() != null) {
      office.conductor().await(turn(describe(what), bell.guard()::pending, 0));
    }
    bell.hear();
    wait = null;
    wakeUp();
  }

  /// Waits for its turn, then for the choice. A conductor that has let everybody go gives turns that come to nothing:
  /// then the wait is a real one, though without timers.
  private int conducted(Choice choice, Wait what) {
    int[] timers = choice.timers();
    int over = office.conductor().await(turn(describe(what), choice::isReady, timers.length));
    return over == Conductor.NO_TIMER ? choice.awaitUntimed() : timers[over];
  }

  private static String describe(Wait what) {
    return what == null ? "end par" : what.what();
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

  /// Counts the branch again if it was resting: first counts, then says so, for as soon as the branch is busy it may
  /// rest again, or go home, and be counted less.
  private void wakeUp() {
    for (Mood now = mood.get(); now != Mood.BUSY; now = mood.get()) {
      if (now == Mood.RESTING) {
        office.enter();
      }
      if (mood.compareAndSet(now, Mood.BUSY)) {
        return;
      }
      if (now == Mood.RESTING) {
        office.leave();
      }
    }
  }
}
