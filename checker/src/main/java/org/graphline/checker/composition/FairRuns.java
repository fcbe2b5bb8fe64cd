package org.graphline.checker.composition;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.function.IntPredicate;

/// Looks for fair runs in the smallest system of a whole network (docs/semantics.md, "Exactly what the words mean").
///
/// A set of states can be stayed in for ever if every owed step of each of its states leads into it, none of them is
/// unwanted, and each has some step into it; the largest such set is a greatest fixed point. It is made of whole
/// states of the smallest system: what a state owes by hidden steps within it, its last states owe too.
final class FairRuns {
  private final Lts lts;
  private final int kinds;

  FairRuns(Lts lts, int kinds) {
    this.lts = lts;
    this.kinds = kinds;
  }

  /// Returns the states from which a fair run goes on for ever within some states and without some events.
  ///
  /// @param within   whether a state may be passed
  /// @param unwanted the events that must not be met, as bits
  BitSet endless(IntPredicate within, int unwanted) {
    var left = new BitSet();
    for (int s = 0; s < lts.states(); s++) {
      left.set(s, lts.mark(s) >= 0 && within.test(s));
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int s = left.nextSetBit(0); s >= 0; s = left.nextSetBit(s + 1)) {
        if (!canStay(s, left, unwanted)) {
          left.clear(s);
          changed = true;
        }
      }
    }
    return left;
  }

  private boolean canStay(int state, BitSet left, int unwanted) {
    boolean any = false;
    for (int t = lts.first(state); t < lts.first(state + 1); t++) {
      int kind = lts.label(t);
      if (kind == Marking.OWED) {
        return false;
      }
      if (kind == Marking.PROBE) {
        continue;
      }
      boolean stays = left.get(lts.target(t)) && (RunMarking.event(kind) & unwanted) == 0;
      if (!stays && !RunMarking.isFree(kind)) {
        return false;
      }
      any |= stays;
    }
    return any;
  }

  /// Reports whether in a state nothing must happen.
  boolean isEnd(int state) {
    for (int t = lts.first(state); t < lts.first(state + 1); t++) {
      if (Marking.isStep(lts.label(t)) && !RunMarking.isFree(lts.label(t))) {
        return false;
      }
    }
    return lts.mark(state) >= 0;
  }

  /// Reports whether in a state nothing is possible and the network is not over.
  boolean isProbed(int state) {
    int probe = lts.find(state, Marking.PROBE);
    return probe < lts.first(state + 1) && lts.label(probe) == Marking.PROBE && isEnd(state);
  }

  /// Reports whether some fair run has the event `cause` and no event `effect` from then on.
  boolean hasMissing(int cause, int effect) {
    BitSet endless = endless(_ -> true, effect);
    var seen = new BitSet();
    var open = new ArrayDeque<Integer>();
    seen.set(0);
    open.add(0);
    while (!open.isEmpty()) {
      int pair = open.poll();
      int state = pair / 2;
      if (pair % 2 == 1 && (endless.get(state) || isEnd(state))) {
        return true;
      }
      for (int t = lts.first(state); t < lts.first(state + 1); t++) {
        int event = RunMarking.event(lts.label(t));
        int pending = (event & effect) != 0 ? 0 : (event & cause) != 0 ? 1 : pair % 2;
        int next = 2 * lts.target(t) + pending;
        if (lts.label(t) < kinds && !seen.get(next)) {
          seen.set(next);
          open.add(next);
        }
      }
    }
    return false;
  }
}
