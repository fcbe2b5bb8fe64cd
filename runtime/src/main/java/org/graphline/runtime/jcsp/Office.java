package org.graphline.runtime.jcsp;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.graphline.runtime.Conductor;
import org.graphline.runtime.Event;
import org.graphline.runtime.Observer;
import org.graphline.runtime.Options;
import org.graphline.runtime.Port;

/// What everybody in one network shares: the count that tells closing time, and the observer.
///
/// The count is of everything that may still make something happen: branches that are not resting, letters in
/// the post, exposed in-trays that are open. A branch is counted again by whoever gives it cause to move,
/// before that one stops being counted itself; so once the count is zero it stays zero, and zero means
/// closing time. Letters still in their sender's hand need no count, the sender has one.
final class Office {
  /// Why nobody may go on.
  private enum Closing {
    NOT_YET, CLOSED, ABORTED
  }

  private final Observer observer;
  private final Conductor conductor;
  private final Object monitor = new Object();
  private final AtomicLong active = new AtomicLong(1);
  private final AtomicInteger atWork;
  private final AtomicBoolean shut = new AtomicBoolean();
  private volatile Closing closing = Closing.NOT_YET;
  private final Runnable onShut;

  /// @param desks  the number of components
  /// @param onShut makes everybody look again, once nobody may go on
  Office(int desks, Options options, Runnable onShut) {
    this.atWork = new AtomicInteger(desks);
    this.observer = options.observer();
    this.conductor = options.conductor();
    this.onShut = onShut;
  }

  /// Returns who gives turns, or null.
  Conductor conductor() {
    return conductor;
  }

  /// Tells the conductor, if there is one, of a thread about to be started.
  void enterThread() {
    if (conductor != null) {
      conductor.enter();
    }
  }

  /// Tells the conductor, if there is one, that the calling thread ends.
  void leaveThread() {
    if (conductor != null) {
      conductor.leave();
    }
  }

  /// Counts one more.
  void enter() {
    active.incrementAndGet();
  }

  /// Notes that a component has gone home.
  void oneIsHome() {
    atWork.decrementAndGet();
  }

  /// Counts one less. If that was the last and somebody is still there, it is closing time.
  void leave() {
    if (active.decrementAndGet() == 0 && atWork.get() > 0) {
      shut(Closing.CLOSED, new Event.ClosingTime());
    }
  }

  void abort() {
    shut(Closing.ABORTED, new Event.Aborted());
  }

  private void shut(Closing how, Event event) {
    if (shut.compareAndSet(false, true)) {
      synchronized (monitor) {
        closing = how;
        record(event);
      }
      onShut.run();
    }
  }

  /// Reports whether nobody may go on: closing time has come or the lines were cut.
  boolean isShut() {
    return closing != Closing.NOT_YET;
  }

  boolean isClosed() {
    return closing == Closing.CLOSED;
  }

  boolean isAborted() {
    return closing == Closing.ABORTED;
  }

  /// Returns the lock for a line: its own, or the network's if somebody observes, so that steps are in one
  /// order.
  Object lockForLine() {
    return isObserved() ? monitor : new Object();
  }

  /// Returns the network's lock, which guards its barriers.
  Object monitor() {
    return monitor;
  }

  boolean isObserved() {
    return observer != null;
  }

  /// Tells the observer, if there is one.
  void record(Event event) {
    if (observer != null) {
      synchronized (monitor) {
        observer.saw(event);
      }
    }
  }

  static Event.Place place(Port port, int line) {
    return new Event.Place(port.desk() == null ? "" : port.desk().name(), port.name(), line);
  }

  /// Returns the component that holds `port`; ports that Java holds stand for themselves.
  static String ownerOf(Port port) {
    return port.desk() == null ? port.name() : port.desk().name();
  }
}
