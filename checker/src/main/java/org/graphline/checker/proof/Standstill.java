package org.graphline.checker.proof;

import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Who is busy, or hopes for something from outside, in the local states that are left.
final class Standstill {
  private final Wiring wiring;
  private final Waiting waiting;

  Standstill(Wiring wiring, Waiting waiting) {
    this.wiring = wiring;
    this.waiting = waiting;
  }

  /// Reports whether nothing need be known about states in which nothing is possible: nobody could hope there.
  boolean isNobodyHopeful() {
    return !isAnyoneHopeful(waiting::still);
  }

  /// Reports whether a state in which nothing is possible has a stuck group if anyone is busy in it: there is
  /// no such state, or nobody is, or nobody waits there for what could still come.
  ///
  /// @param everyone what is left where nobody at all moves
  boolean isHarmless(ArcConsistency everyone) {
    return IntStream.range(0, wiring.instances()).anyMatch(i -> everyone.left(i).isEmpty())
        || !isAnyoneHopeful(everyone::left) || !isAnyoneBusyAndLive(everyone::left);
  }

  /// Reports whether somebody who does not rest has a local state left.
  boolean isAnyoneBusy(IntFunction<BitSet> left) {
    return IntStream.range(0, wiring.instances()).anyMatch(i -> isBusy(i, left.apply(i)));
  }

  /// Reports whether the instance does not rest in some of the local states.
  boolean isBusy(int instance, BitSet states) {
    return states.stream().anyMatch(s -> !waiting.standing(instance, s).rests());
  }

  private boolean isAnyoneBusyAndLive(IntFunction<BitSet> left) {
    return IntStream.range(0, wiring.instances()).anyMatch(i -> left.apply(i).stream()
        .anyMatch(s -> waiting.standing(i, s).isLive() && !waiting.standing(i, s).rests()));
  }

  private boolean isAnyoneHopeful(IntFunction<BitSet> left) {
    return IntStream.range(0, wiring.instances())
        .anyMatch(i -> left.apply(i).stream().anyMatch(s -> waiting.isHopeful(i, s)));
  }
}
