package org.graphline.runtime.jcsp;

import java.util.Objects;
import org.graphline.runtime.Event;

/// An outer end that puts letters on a line, and keeps the office open until it is closed.
abstract class OuterWriter extends OuterEnd {
  final Outlet outlet;
  private boolean open = true;

  OuterWriter(Outlet outlet, Office office) {
    super(outlet.port.name(), office);
    this.outlet = outlet;
  }

  @Override
  void open() {
    office.enter();
  }

  @Override
  public final void close() {
    Runnable afterwards;
    synchronized (office.monitor()) {
      if (!open) {
        return;
      }
      open = false;
      if (!office.isObserved()) {
        afterwards = null;
      } else {
        office.record(new Event.Closed(Office.place(outlet.port, 0)));
        afterwards = outlet.line.close(outlet);
      }
    }
    if (afterwards == null) {
      afterwards = outlet.line.close(outlet);
    }
    afterwards.run();
    office.leave();
  }

  /// Puts `value` on the line and waits until `deadline` for it to be accepted. Returns whether it was.
  boolean deliver(Object value, Doorbell doorbell, Long deadline) throws InterruptedException {
    Objects.requireNonNull(value, () -> "null put into " + outlet.port);
    if (office.isShut()) {
      return false;
    }
    Letter letter = new Letter(value, outlet, doorbell, 0);
    outlet.line.write(letter);
    try {
      while (letter.isWaiting() && !office.isShut()) {
        if (!doorbell.hear(deadline)) {
          break;
        }
      }
    } finally {
      outlet.line.retract(letter);
    }
    return letter.state() == Letter.State.ACCEPTED;
  }
}
