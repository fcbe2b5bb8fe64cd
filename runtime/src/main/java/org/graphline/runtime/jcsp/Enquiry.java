package org.graphline.runtime.jcsp;

import java.util.Objects;
import java.util.Optional;
import org.graphline.runtime.Client;
import org.graphline.runtime.Event;

/// One call that a branch makes: the request goes by the server's line, the reply comes by the client's own
/// channel.
final class Enquiry {
  private final Branch branch;

  Enquiry(Branch branch) {
    this.branch = branch;
  }

  /// Asks, and waits for the reply. Empty if the call is refused.
  <Q, R> Optional<R> call(Client<Q, R> port, Q request) {
    Asking asking = (Asking) port.plug();
    if (asking.answer != null) {
      return Optional.of(answeredByJava(asking, port, request));
    }
    Outlet outlet = asking.requests;
    PendingCall<Q, R> call =
        new PendingCall<>(request, outlet, branch, branch.line(), asking.replyTo(), branch.office());
    boolean answered = branch.awaitTaken(branch.write(call, outlet), Wait.toCall(outlet))
        && awaitReply(asking, call);
    if (!answered) {
      branch.record(new Event.Refused(branch.place(port)));
      return Optional.empty();
    }
    return Optional.of(call.replied());
  }

  @SuppressWarnings("unchecked")
  private <Q, R> R answeredByJava(Asking asking, Client<Q, R> port, Q request) {
    branch.goHomeIfOver();
    Event.Place server = new Event.Place("", asking.answeredAt.name(), 0);
    branch.record(new Event.Called(branch.place(port), server, request));
    R reply = (R) Objects.requireNonNull(asking.answer.apply(request), () -> "null answered to " + port);
    branch.record(new Event.Replied(server, branch.place(port), reply, false));
    branch.communicated();
    return reply;
  }

  private boolean awaitReply(Asking asking, PendingCall<?, ?> call) {
    Choice bellOrReply = asking.bellOrReply(branch);
    while (!call.isRefused()) {
      if (branch.process().isOver()) {
        call.abandon();
        throw GoHome.NOW;
      }
      if (branch.await(bellOrReply, false, Branch::never, Wait.toCall(asking.requests)) == 1) {
        asking.reply().read();
        return true;
      }
    }
    return false;
  }
}
