package org.graphline.runtime;

import java.util.Optional;

/// An exposed `server` port of a running graph: where Java asks. Any thread may use it.
public final class Caller<Q, R> extends Port implements Asker<Q, R> {
  Caller(String name) {
    super(null, name);
  }

  /// What a backend plugs into a caller.
  public interface Enquiry<Q, R> {
    Optional<R> call(Q request) throws InterruptedException;

    void close();
  }

  /// Asks and waits for the reply. Empty if the server has gone home, before or during the call.
  public Optional<R> call(Q request) throws InterruptedException {
    return enquiry().call(request);
  }

  /// Says that no more calls will come. Closing twice is harmless.
  public void close() {
    enquiry().close();
  }

  @SuppressWarnings("unchecked")
  private Enquiry<Q, R> enquiry() {
    return (Enquiry<Q, R>) plug();
  }
}
