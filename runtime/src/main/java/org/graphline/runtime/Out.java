package org.graphline.runtime;

/// An out-tray: where a component hands letters to one line.
public final class Out<T> extends Port implements Sender<T> {
  Out(Desk desk, String name) {
    super(desk, name);
  }
}
