package org.graphline.runtime;

import java.time.Duration;

/// An exposed in-tray of a running graph: where Java hands letters in. Any thread may use it.
public final class Inbox<T> extends Port implements Sender<T> {
  Inbox(String name) {
    super(null, name);
  }

  /// What a backend plugs into an inbox.
  public interface Feed<T> {
    boolean offer(T value, Duration atMost) throws InterruptedException;

    void close();
  }

  /// Hands over `value` and waits as the line says. Returns false if nobody will ever take it: every reader
  /// has gone home, or this inbox has been closed.
  public boolean put(T value) throws InterruptedException {
    return feed().offer(value, null);
  }

  /// Hands over `value` but gives up after `atMost`. Returns whether it was taken (or posted, on a buffered
  /// line).
  public boolean offer(T value, Duration atMost) throws InterruptedException {
    return feed().offer(value, atMost);
  }

  /// Says that no more letters will come. Closing twice is harmless.
  public void close() {
    feed().close();
  }

  @SuppressWarnings("unchecked")
  private Feed<T> feed() {
    return (Feed<T>) plug();
  }
}
