package org.graphline.model.network;

import org.graphline.model.source.Span;

/// One process of a network: a shared behavior and its own wiring.
public final class Instance {
  private final int id;
  private final Behavior behavior;
  private final InstanceName name;
  private final int[] wiring;
  private final Span span;

  /// @param id     its position among the network's instances
  /// @param wiring for each port element the line (in, out), connection (client), server end (server) or barrier it
  ///               is joined to, by position in the network
  /// @param span   where the desk is written
  public Instance(int id, Behavior behavior, InstanceName name, int[] wiring, Span span) {
    if (wiring.length != behavior.elements().size()) {
      throw new AssertionError(name + ": " + wiring.length + " wires for " + behavior.elements().size() + " ends");
    }
    this.id = id;
    this.behavior = behavior;
    this.name = name;
    this.wiring = wiring.clone();
    this.span = span;
  }

  /// Returns its position among the network's instances.
  public int id() {
    return id;
  }

  /// Returns what it does.
  public Behavior behavior() {
    return behavior;
  }

  /// Returns its path below the checked graph.
  public InstanceName name() {
    return name;
  }

  /// Returns the position in the network of what port element `element` is joined to.
  public int wire(int element) {
    return wiring[element];
  }

  /// Returns where the desk is written.
  public Span span() {
    return span;
  }

  @Override
  public String toString() {
    return name.display();
  }
}
