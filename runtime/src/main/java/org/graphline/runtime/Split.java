package org.graphline.runtime;

/// The built-in component behind an `all` line: a copy for each reader still there, handed over in parallel.
/// When every reader has gone home it refuses its own writer (ruling R14).
public final class Split<T> extends Desk {
  public final In<T> items = in("items");
  public final Out<T>[] copies;

  public Split(int readers) {
    super("<built-in>");
    copies = out("copies", readers);
  }

  @Override
  protected void work() {
    while (repeat()) {
      here().copy(items, copies);
    }
  }
}
