package org.graphline.runtime.jcsp;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// What a branch waits for, for those who ask who waits for whom.
record Wait(String what, Supplier<List<String>> others) {
  private static final Wait REST = new Wait("rest", List::of);

  static Wait toReceive(Inlet inlet) {
    return inlet.wait;
  }

  static Wait toSend(Outlet outlet) {
    return outlet.sendWait;
  }

  static Wait toCall(Outlet outlet) {
    return outlet.callWait;
  }

  static Wait toSync(RollCall.Seat seat) {
    return new Wait("sync " + seat.phase.name(), seat.barrier::missing);
  }

  static Wait toPass(Duration delay) {
    return new Wait("let " + delay.toMillis() + "ms pass", List::of);
  }

  static Wait toRest() {
    return REST;
  }
}
