package org.graphline.runtime;

/// The asking end of a call: sends a `Q`, waits for an `R`.
public final class Client<Q, R> extends Port implements Asker<Q, R> {
  Client(Desk desk, String name) {
    super(desk, name);
  }
}
