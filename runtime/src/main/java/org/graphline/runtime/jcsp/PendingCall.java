package org.graphline.runtime.jcsp;

import org.graphline.runtime.Call;
import org.graphline.runtime.Event;
import org.jcsp.lang.ChannelOutput;

/// A call from the moment it is made. The reply travels by `replies`, a JCSP channel with room for one, or
/// for a caller in Java by the call itself.
final class PendingCall<Q, R> implements Call<Q, R> {
  private enum State {
    OPEN, REPLIED, REFUSED, ABANDONED
  }

  private final Q request;
  private final Outlet client;
  private final Waiter caller;
  private final int clientLine;
  private final ChannelOutput<Object> replies;
  private final Office office;
  private State state = State.OPEN;
  private R reply;
  private Event.Place server;

  PendingCall(Q request, Outlet client, Waiter caller, int clientLine, ChannelOutput<Object> replies,
      Office office) {
    this.request = request;
    this.client = client;
    this.caller = caller;
    this.clientLine = clientLine;
    this.replies = replies;
    this.office = office;
  }

  @Override
  public Q request() {
    return request;
  }

  /// Notes which port accepted the call.
  void acceptedAt(Event.Place place) {
    server = place;
  }

  /// Gives the one reply; if the client has gone it is dropped (ruling R30).
  void reply(R value, int line) {
    synchronized (office.monitor()) {
      if (state == State.REPLIED) {
        throw new AssertionError("a second reply to " + request + " at " + server);
      }
      if (office.isObserved()) {
        Event.Place at = new Event.Place(server.desk(), server.port(), line);
        boolean dropped = state != State.OPEN || client.isClosed();
        office.record(new Event.Replied(at, Office.place(client.port, clientLine), value, dropped));
      }
      if (state != State.OPEN) {
        return;
      }
      state = State.REPLIED;
      reply = value;
    }
    if (replies != null) {
      replies.write(value);
    } else {
      caller.nudge();
    }
  }

  /// Says that there will be no reply.
  void refuse() {
    synchronized (office.monitor()) {
      if (state != State.OPEN) {
        return;
      }
      state = State.REFUSED;
    }
    caller.nudge();
  }

  /// Says that nobody waits for the reply any more.
  void abandon() {
    synchronized (office.monitor()) {
      if (state == State.OPEN) {
        state = State.ABANDONED;
      }
    }
  }

  boolean isRefused() {
    synchronized (office.monitor()) {
      return state == State.REFUSED;
    }
  }

  boolean isReplied() {
    synchronized (office.monitor()) {
      return state == State.REPLIED;
    }
  }

  R replied() {
    synchronized (office.monitor()) {
      return reply;
    }
  }
}
