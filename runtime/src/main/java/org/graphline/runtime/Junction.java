package org.graphline.runtime;

/// The exposed port of a graph that is a part of another one. It is no station of its own: the wire that
/// reaches it from outside and the wire that reaches it from inside are one line.
public final class Junction<T> extends Port implements Sender<T>, Receiver<T> {
  Junction(String name) {
    super(null, name);
  }
}
