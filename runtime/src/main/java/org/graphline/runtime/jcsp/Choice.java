package org.graphline.runtime.jcsp;

import java.util.stream.IntStream;
import org.jcsp.lang.Alternative;
import org.jcsp.lang.AltingChannelInput;
import org.jcsp.lang.CSTimer;
import org.jcsp.lang.Guard;
import org.jcsp.lang.Skip;

/// Several guards in order of preference, the first of which is a branch's bell.
final class Choice {
  private final Guard[] guards;
  private final Alternative alternative;

  Choice(Guard... guards) {
    this.guards = guards.clone();
    this.alternative = new Alternative(this.guards);
  }

  /// Waits for one to be ready and returns which.
  int await() {
    return alternative.priSelect();
  }

  /// Returns which one is ready, timers left out. Only when one is known to be, or to become so.
  int awaitUntimed() {
    boolean[] on = new boolean[guards.length];
    for (int i = 0; i < on.length; i++) {
      on[i] = !(guards[i] instanceof CSTimer);
    }
    return alternative.priSelect(on);
  }

  /// Reports whether one is ready, timers left out.
  boolean isReady() {
    for (Guard guard : guards) {
      if (guard instanceof Skip || guard instanceof AltingChannelInput<?> channel && channel.pending()) {
        return true;
      }
    }
    return false;
  }

  /// Returns which of the guards are timers.
  int[] timers() {
    return IntStream.range(0, guards.length).filter(i -> guards[i] instanceof CSTimer).toArray();
  }
}
