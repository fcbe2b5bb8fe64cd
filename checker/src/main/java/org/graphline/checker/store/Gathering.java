package org.graphline.checker.store;

import java.util.function.BooleanSupplier;

/// Brings together all threads that are filling a store, to rebuild it with joined forces in the middle of a
/// level.
///
/// Filling itself takes no lock; threads look at [#isCalled] between batches.
final class Gathering {
  private final BooleanSupplier prepare;
  private final Runnable help;
  private final Runnable finish;
  private volatile boolean called;
  private int inside;
  private int arrived;
  private int done;
  private long started;
  private long finished;

  /// @param prepare done once all are there, by one; tells whether there is something to help with
  /// @param help    done by all at the same time
  /// @param finish  done once all have helped, by one
  Gathering(BooleanSupplier prepare, Runnable help, Runnable finish) {
    this.prepare = prepare;
    this.help = help;
    this.finish = finish;
  }

  /// Reports whether the threads inside are to [#join].
  boolean isCalled() {
    return called;
  }

  /// Makes this thread one of those to be waited for, once nothing is being rebuilt.
  synchronized void enter() {
    await(() -> started == finished);
    inside++;
  }

  /// Makes this thread none of them any more.
  synchronized void leave() {
    inside--;
    if (called && inside > 0 && arrived == inside) {
      start();
    }
  }

  /// Calls all, waits for them and helps.
  void join() {
    if (arrive()) {
      help.run();
      depart();
    }
  }

  /// Returns whether there is something to help with.
  private synchronized boolean arrive() {
    called = true;
    arrived++;
    long mine = started + 1;
    if (arrived == inside) {
      start();
    }
    await(() -> started >= mine);
    return finished < mine;
  }

  private synchronized void depart() {
    long mine = started;
    if (--done == 0) {
      finish.run();
      end();
    }
    await(() -> finished >= mine);
  }

  private void start() {
    done = arrived;
    arrived = 0;
    started++;
    if (!prepare.getAsBoolean()) {
      end();
    }
    notifyAll();
  }

  private void end() {
    finished = started;
    called = false;
    notifyAll();
  }

  private void await(BooleanSupplier condition) {
    boolean interrupted = false;
    while (!condition.getAsBoolean()) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
