package org.graphline.runtime;

/// One end of one line: a component's in-tray, out-tray, client, server or barrier end, or an exposed end
/// held by Java. A port is a name until the network starts; then the backend plugs in what carries its
/// letters.
public abstract sealed class Port permits In, Out, Client, Server, Phase, Inbox, Outbox, Caller, Answerer,
    Junction,
    CallJunction {
  private final String name;
  private Desk desk;
  private Object plug;

  Port(Desk desk, String name) {
    this.desk = desk;
    this.name = name;
  }

  /// Returns the port's own name, with its index if it is one of a row: `take[1]`.
  public final String name() {
    return name;
  }

  /// Returns the name as stories give it: `fork[0].take[1]`, or the bare name of an exposed port.
  public final String fullName() {
    return desk == null ? name : desk.name() + "." + name;
  }

  /// Returns the component the port belongs to, or null if Java holds it.
  public final Desk desk() {
    return desk;
  }

  /// Returns what the backend plugged in. For backends only.
  public final Object plug() {
    if (plug == null) {
      throw new IllegalStateException(fullName() + " is not connected, or its network has not started");
    }
    return plug;
  }

  /// Plugs in what carries this port's letters. For backends only.
  public final void plug(Object carrier) {
    if (plug != null) {
      throw new IllegalStateException(fullName() + " is connected twice");
    }
    plug = carrier;
  }

  /// Reports whether a backend has plugged something in.
  public final boolean isPlugged() {
    return plug != null;
  }

  @Override
  public final String toString() {
    return fullName();
  }
}
