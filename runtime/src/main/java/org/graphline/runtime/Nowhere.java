package org.graphline.runtime;

/// The prelude's `Nowhere()`: takes everything and forgets it.
public final class Nowhere<T> extends Desk {
  public final In<T> items = in("items");

  public Nowhere() {
    super("<built-in>");
  }

  @Override
  protected void work() {
    while (repeat()) {
      here().receive(items);
    }
  }
}
