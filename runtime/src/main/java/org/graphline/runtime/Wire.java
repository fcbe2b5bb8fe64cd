package org.graphline.runtime;

import java.util.ArrayList;
import java.util.List;

/// One arrow of a graph while it is being drawn: `wiring.line().from(a.out).to(b.in)`.
public final class Wire<T> {
  private final Room room;
  private final List<Port> senders = new ArrayList<>();
  private final List<Port> receivers = new ArrayList<>();

  Wire(Room room) {
    this.room = room;
  }

  /// Adds a writer.
  public Wire<T> from(Sender<T> sender) {
    senders.add((Port) sender);
    return this;
  }

  /// Adds a reader. Several readers share the letters out: each is taken by one of them (`any`).
  public Wire<T> to(Receiver<T> receiver) {
    receivers.add((Port) receiver);
    return this;
  }

  Room room() {
    return room;
  }

  List<Port> senders() {
    return senders;
  }

  List<Port> receivers() {
    return receivers;
  }
}
