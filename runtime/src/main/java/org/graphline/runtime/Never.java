package org.graphline.runtime;

/// The prelude's `Never()`: silent, never ends, always rests.
public final class Never<T> extends Desk {
  public final Out<T> items = out("items");

  public Never() {
    super("<built-in>");
  }

  @Override
  protected void work() {
    while (repeat()) {
      here().rest();
    }
  }
}
