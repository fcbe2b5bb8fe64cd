package org.graphline.runtime;

/// A component's end of a barrier.
public final class Phase extends Port {
  Phase(Desk desk, String name) {
    super(desk, name);
  }
}
