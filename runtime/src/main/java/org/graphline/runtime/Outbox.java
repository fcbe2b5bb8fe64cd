package org.graphline.runtime;

import java.time.Duration;
import java.util.Optional;

/// An exposed out-tray of a running graph: where Java takes letters out. Any thread may use it.
///
/// The language assumes that outputs are taken (assumption A6): a graph whose letters nobody takes waits for
/// ever, and so does closing it. Say [#discard()] if they are of no interest.
public final class Outbox<T> extends Port implements Receiver<T> {
  Outbox(String name) {
    super(null, name);
  }

  /// What a backend plugs into an outbox.
  public interface Drain<T> {
    Optional<T> take(Duration atMost) throws InterruptedException;

    boolean isFinished();

    void discard();
  }

  /// Returns the next letter, waiting for it, or empty once the line is finished.
  public Optional<T> take() throws InterruptedException {
    return drain().take(null);
  }

  /// Returns the next letter if there is one within `atMost`. Empty means either: ask [#isFinished()].
  public Optional<T> poll(Duration atMost) throws InterruptedException {
    return drain().take(atMost);
  }

  /// Reports whether no letter will ever come again.
  public boolean isFinished() {
    return drain().isFinished();
  }

  /// Takes and forgets everything from now on.
  public void discard() {
    drain().discard();
  }

  @SuppressWarnings("unchecked")
  private Drain<T> drain() {
    return (Drain<T>) plug();
  }
}
