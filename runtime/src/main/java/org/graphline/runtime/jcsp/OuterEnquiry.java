package org.graphline.runtime.jcsp;

import java.util.Optional;
import org.graphline.runtime.Caller;

/// What a [Caller] asks.
final class OuterEnquiry<Q, R> extends OuterWriter implements Caller.Enquiry<Q, R> {
  OuterEnquiry(Outlet outlet, Office office) {
    super(outlet, office);
  }

  @Override
  public Optional<R> call(Q request) throws InterruptedException {
    Doorbell doorbell = ringable();
    PendingCall<Q, R> call = new PendingCall<>(request, outlet, doorbell, 0, null, office);
    try {
      if (!deliver(call, doorbell, null)) {
        return Optional.empty();
      }
      while (!call.isReplied() && !call.isRefused() && !office.isShut()) {
        doorbell.hear(null);
      }
      return call.isReplied() ? Optional.of(call.replied()) : Optional.empty();
    } finally {
      call.abandon();
      done(doorbell);
    }
  }
}
