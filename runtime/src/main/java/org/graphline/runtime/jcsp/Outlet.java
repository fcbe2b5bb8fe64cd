package org.graphline.runtime.jcsp;

import org.graphline.runtime.Port;

/// A writer's end of a line.
final class Outlet {
  final Line line;
  final Port port;
  final Wait sendWait;
  final Wait callWait;
  /// Who wants to know when nobody is there any more, or null.
  volatile Waiter watcher;
  private boolean closed;

  Outlet(Line line, Port port) {
    this.line = line;
    this.port = port;
    this.sendWait = new Wait("send " + port.name(), line::openReaders);
    this.callWait = new Wait("call " + port.name(), line::openReaders);
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
}
