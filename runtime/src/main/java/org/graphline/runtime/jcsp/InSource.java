package org.graphline.runtime.jcsp;

import org.graphline.runtime.Desk;

/// Where in the user's own source an exception ended a component; rides along as a suppressed one.
final class InSource extends Exception {
  private static final long serialVersionUID = 1;

  InSource(Desk desk, int line) {
    super(desk.name() + " was at " + desk.source() + ":" + line, null, false, true);
    setStackTrace(new StackTraceElement[] {
      new StackTraceElement(desk.getClass().getName(), "run", desk.source(), line)
    });
  }
}
