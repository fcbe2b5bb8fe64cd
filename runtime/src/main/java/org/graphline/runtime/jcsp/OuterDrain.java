package org.graphline.runtime.jcsp;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.graphline.runtime.Outbox;

/// What an [Outbox] drains. One thread at a time reads the JCSP channel, and only when something is there.
final class OuterDrain<T> extends OuterEnd implements Outbox.Drain<T> {
  private final Inlet inlet;
  private final ReentrantLock reading = new ReentrantLock();

  OuterDrain(Inlet inlet, Office office) {
    super(inlet.port.name(), office);
    this.inlet = inlet;
  }

  /// Does nothing: the environment never closes an out-tray.
  @Override
  void close() {}

  @Override
  public Optional<T> take(Duration atMost) throws InterruptedException {
    Long deadline = atMost == null ? null : System.nanoTime() + atMost.toNanos();
    if (deadline == null) {
      reading.lockInterruptibly();
    } else if (!reading.tryLock(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      return Optional.empty();
    }
    Doorbell doorbell = ringable();
    Turn turn = inlet.line.turn();
    try {
      return next(turn, doorbell, deadline);
    } finally {
      if (turn != null) {
        turn.pass(doorbell);
      }
      done(doorbell);
      reading.unlock();
    }
  }

  @SuppressWarnings("unchecked")
  private Optional<T> next(Turn turn, Doorbell doorbell, Long deadline) throws InterruptedException {
    while (turn != null && !turn.isMine(doorbell)) {
      if (!doorbell.hear(deadline) || office.isAborted()) {
        return Optional.empty();
      }
    }
    inlet.line.expectedBy(doorbell);
    for (;;) {
      if (inlet.isFinished() || office.isAborted()) {
        return Optional.empty();
      }
      if (inlet.hasLetter()) {
        if (inlet.line.read(inlet, 0) instanceof Letter letter) {
          return Optional.of((T) letter.value);
        }
      } else if (!doorbell.hear(deadline)) {
        return Optional.empty();
      }
    }
  }

  @Override
  public boolean isFinished() {
    return inlet.isFinished() || office.isAborted();
  }

  @Override
  public void discard() {
    Thread.ofVirtual().start(this::forgetEverything);
  }

  private void forgetEverything() {
    try {
      while (take(null).isPresent()) {
        continue;
      }
    } catch (InterruptedException _) {
      throw new AssertionError("nobody knows this thread");
    }
  }
}
