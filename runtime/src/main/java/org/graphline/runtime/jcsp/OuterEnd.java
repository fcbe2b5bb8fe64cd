package org.graphline.runtime.jcsp;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// An end of a line that Java holds from outside the network. Threads that wait at one do so on a [Doorbell].
abstract class OuterEnd implements Waiter {
  final Office office;
  private final String name;
  private final Set<Doorbell> waiting = ConcurrentHashMap.newKeySet();

  /// @param name the exposed port's
  OuterEnd(String name, Office office) {
    this.name = name;
    this.office = office;
  }

  /// Counts this end as open, if an open one keeps the office from closing.
  void open() {}

  /// Closes this end, if it is one that Java may close.
  abstract void close();

  /// Makes every thread that waits here look again.
  @Override
  public void nudge() {
    waiting.forEach(Doorbell::nudge);
  }

  Doorbell ringable() {
    Doorbell doorbell = new Doorbell(office.conductor(), name);
    waiting.add(doorbell);
    return doorbell;
  }

  void done(Doorbell doorbell) {
    waiting.remove(doorbell);
  }
}
