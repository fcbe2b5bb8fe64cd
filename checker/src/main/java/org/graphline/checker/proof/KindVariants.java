package org.graphline.checker.proof;

import java.util.Arrays;
import java.util.BitSet;

/// The argument of [Variants], over facts that pairs of a kind share.
final class KindVariants {
  private final Kinds kinds;
  private final KindConsistency consistency;
  private final int late;
  private final int[] first;
  private final Cycles cycles;
  private final BitSet seen = new BitSet();
  private int[] open = new int[64];
  private int count;

  /// @param late as in [Rounds]
  KindVariants(Kinds kinds, KindConsistency consistency, int late) {
    this.kinds = kinds;
    this.consistency = consistency;
    this.late = late;
    this.first = new int[kinds.instances() + 1];
    for (int i = 0; i < kinds.instances(); i++) {
      first[i + 1] = Math.addExact(first[i], kinds.of(i).size());
    }
    this.cycles = new Cycles(first[kinds.instances()], kinds.effort());
  }

  /// Reports whether nobody that has to go on can be stuck.
  boolean prove() {
    for (int i = 0; i < kinds.instances(); i++) {
      long[] busy = kinds.of(i).busy();
      for (int s = consistency.next(i, 0); s >= 0; s = consistency.next(i, s + 1)) {
        if ((busy[s / Kind.WORD] & 1L << s) != 0) {
          reach(i, s);
        }
      }
      if (!follow()) {
        return false;
      }
    }
    return cycles.areAllPositive();
  }

  private void reach(int instance, int state) {
    int node = first[instance] + state;
    if (!seen.get(node)) {
      seen.set(node);
      if (count + 2 > open.length) {
        open = Arrays.copyOf(open, 2 * open.length);
      }
      open[count++] = instance;
      open[count++] = state;
    }
  }

  /// Adds who waits for whom; reports whether nobody is stuck without another.
  private boolean follow() {
    while (count > 0) {
      int state = open[--count];
      int instance = open[--count];
      if (!consistency.leansOnAnother(instance, state)) {
        return false;
      }
      for (int arc = kinds.firstArc(instance); arc < kinds.firstArc(instance + 1); arc++) {
        int other = kinds.target(arc);
        int t = consistency.nextExplanation(arc, state, 0);
        while (t >= 0) {
          kinds.effort().spend(1);
          cycles.add(first[instance] + state, first[other] + t, kinds.ahead(arc, late)[state][t]);
          reach(other, t);
          t = consistency.nextExplanation(arc, state, t + 1);
        }
      }
    }
    return true;
  }
}
