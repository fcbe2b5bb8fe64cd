package org.graphline.runtime;

import java.util.ArrayList;
import java.util.List;

/// One `all` arrow of a graph while it is being drawn. It becomes a [Split] with a line to each reader, and
/// each of those has the arrow's room (ruling R14). For a single reader there is nothing to copy: it is a
/// plain line.
public final class Copies<T> {
  private final Wiring wiring;
  private final Room room;
  private final List<Sender<T>> senders = new ArrayList<>();
  private final List<Receiver<T>> receivers = new ArrayList<>();

  Copies(Wiring wiring, Room room) {
    this.wiring = wiring;
    this.room = room;
  }

  /// Adds a writer.
  public Copies<T> from(Sender<T> sender) {
    senders.add(sender);
    return this;
  }

  /// Adds a reader, which gets a copy of every letter.
  public Copies<T> to(Receiver<T> receiver) {
    receivers.add(receiver);
    return this;
  }

  void wire() {
    Wire<T> arrivals = wiring.line(receivers.size() == 1 ? room : Room.handToHand());
    senders.forEach(arrivals::from);
    if (receivers.size() == 1) {
      arrivals.to(receivers.getFirst());
      return;
    }
    Split<T> split = wiring.split(receivers.size());
    arrivals.to(split.items);
    for (int i = 0; i < receivers.size(); i++) {
      wiring.<T>line(room).from(split.copies[i]).to(receivers.get(i));
    }
  }
}
