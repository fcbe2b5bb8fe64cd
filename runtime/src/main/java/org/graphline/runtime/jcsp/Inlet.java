package org.graphline.runtime.jcsp;

import org.graphline.runtime.Port;
import org.graphline.runtime.Server;

/// A reader's end of a line. Belongs to one process at a time, except for `closed`.
final class Inlet {
  final Line line;
  final Port port;
  final Wait wait;
  /// When a `select` last chose this port; the port served longest ago is the next favorite.
  long served;
  /// Whether an `end` case has fired.
  boolean endNoted;
  /// Where the reader is in its source.
  int sourceLine;
  private boolean closed;
  private Branch alternator;
  private Choice bellOrLine;

  Inlet(Line line, Port port) {
    this.line = line;
    this.port = port;
    this.wait = new Wait((port instanceof Server<?, ?> ? "accept " : "receive ") + port.name(),
        line::openWriters);
  }

  /// Reports whether there is nothing more to come: the line is finished, or this end is closed.
  boolean isFinished() {
    synchronized (line.lock) {
      return closed || line.tray().isFinished();
    }
  }

  /// Reports whether a letter is there to be taken.
  boolean hasLetter() {
    synchronized (line.lock) {
      return !closed && line.tray().hasLetter();
    }
  }

  /// Reports whether this end is closed. Under the line's lock.
  boolean isClosed() {
    return closed;
  }

  /// Closes this end and returns whether it was open. Under the line's lock.
  boolean shut() {
    boolean wasOpen = !closed;
    closed = true;
    return wasOpen;
  }

  /// Returns the choice between the bell of `branch` (0) and this line (1).
  Choice bellOrLine(Branch branch) {
    if (alternator != branch) {
      alternator = branch;
      bellOrLine = new Choice(branch.bell().guard(), line.guard());
    }
    return bellOrLine;
  }
}
