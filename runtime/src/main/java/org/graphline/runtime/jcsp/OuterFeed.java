package org.graphline.runtime.jcsp;

import java.time.Duration;
import org.graphline.runtime.Inbox;

/// What an [Inbox] feeds.
final class OuterFeed<T> extends OuterWriter implements Inbox.Feed<T> {
  OuterFeed(Outlet outlet, Office office) {
    super(outlet, office);
  }

  @Override
  public boolean offer(T value, Duration atMost) throws InterruptedException {
    Long deadline = atMost == null ? null : System.nanoTime() + atMost.toNanos();
    Doorbell doorbell = ringable();
    try {
      return deliver(value, doorbell, deadline);
    } finally {
      done(doorbell);
    }
  }
}
