package org.graphline.runtime;

/// An in-tray: where a component takes letters from one line.
public final class In<T> extends Port implements Receiver<T> {
  private T letter;

  In(Desk desk, String name) {
    super(desk, name);
  }

  /// Returns the letter that the `select` which has just chosen this port took from it.
  public T letter() {
    return letter;
  }

  /// Notes the letter a `select` took. For backends only.
  public void took(T taken) {
    letter = taken;
  }
}
