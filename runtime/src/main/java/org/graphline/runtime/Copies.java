package org.graphline.runtime;

import java.util.ArrayList;
import java.util.List;

/// One `all` arrow of a graph while it is being drawn. It becomes a [Split] with a line to each reader, and each of
/// those has the arrow's room (ruling R14).
public final class Copies<T> {
  private final String splitName;
  private final Room room;
  private final List<Sender<T>> senders = new ArrayList<>();
  private final List<Receiver<T>> receivers = new ArrayList<>();

  Copies(String splitName, Room room) {
    this.splitName = splitName;
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

  void wire(Wiring wiring) {
    Split<T> split = wiring.add(splitName, new Split<>(receivers.size()));
    Wire<T> arrivals = wiring.line();
    senders.forEach(arrivals::from);
    arrivals.to(split.items);
    for (int i = 0; i < receivers.size(); i++) {
      wiring.<T>line(room).from(split.copies[i]).to(receivers.get(i));
    }
  }
}
