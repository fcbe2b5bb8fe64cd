package org.graphline.runtime.jcsp;

import org.graphline.runtime.Event;
import org.graphline.runtime.Out;

/// What a split does: hands every reader still there a copy, to all at once, and goes home when none is.
final class Copying {
  private final Branch branch;
  private final Outlet[] outlets;

  Copying(Branch branch, Out<?>[] readers) {
    this.branch = branch;
    this.outlets = new Outlet[readers.length];
    for (int i = 0; i < readers.length; i++) {
      outlets[i] = (Outlet) readers[i].plug();
      outlets[i].watcher = branch;
    }
  }

  /// Copies one letter from `source`.
  void once(Inlet source) {
    Letter next = branch.take(source, this::isUnheard);
    if (next == null) {
      branch.record(isUnheard() ? new Event.Unheard(branch.place()) : new Event.EndSeen(branch.place()));
      throw GoHome.NOW;
    }
    Letter[] copies = new Letter[outlets.length];
    for (int i = 0; i < outlets.length; i++) {
      copies[i] = branch.write(next.value, outlets[i]);
    }
    for (Letter copy : copies) {
      if (!branch.awaitTaken(copy, Wait.toSend(copy.from))) {
        branch.record(new Event.Refused(branch.place(copy.from.port)));
      }
    }
  }

  private boolean isUnheard() {
    for (Outlet outlet : outlets) {
      if (!outlet.line.isRefused()) {
        return false;
      }
    }
    return true;
  }
}
