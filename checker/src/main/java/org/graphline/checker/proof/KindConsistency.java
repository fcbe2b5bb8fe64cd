package org.graphline.checker.proof;

/// Arc consistency, as [ArcConsistency] has it, over facts that instances of a kind share. Takes a word for
/// each instance (more where it has more than 64 local states), and a few bytes to work.
final class KindConsistency {
  private final Kinds kinds;
  private final int[] offset;
  private final long[] left;

  KindConsistency(Kinds kinds) {
    this.kinds = kinds;
    this.offset = new int[kinds.instances() + 1];
    for (int i = 0; i < kinds.instances(); i++) {
      offset[i + 1] = Math.addExact(offset[i], Kind.words(kinds.of(i).size()));
    }
    this.left = new long[offset[kinds.instances()]];
    for (int i = 0; i < kinds.instances(); i++) {
      long[] states = kinds.of(i).stuck();
      System.arraycopy(states, 0, left, offset[i], states.length);
    }
    run();
  }

  private void run() {
    var open = new OpenInstances(kinds.instances());
    for (int i = 0; i < kinds.instances(); i++) {
      open.add(i);
    }
    for (int instance = open.next(); instance >= 0; instance = open.next()) {
      if (revise(instance)) {
        for (int arc = kinds.firstArc(instance); arc < kinds.firstArc(instance + 1); arc++) {
          open.add(kinds.target(arc));
        }
      }
    }
  }

  private boolean revise(int instance) {
    kinds.effort().spend(1L + kinds.firstArc(instance + 1) - kinds.firstArc(instance));
    boolean changed = false;
    for (int s = next(instance, 0); s >= 0; s = next(instance, s + 1)) {
      if (!isExplained(instance, s)) {
        left[offset[instance] + s / Kind.WORD] &= ~(1L << s);
        changed = true;
      }
    }
    return changed;
  }

  private boolean isExplained(int instance, int state) {
    for (int arc = kinds.firstArc(instance); arc < kinds.firstArc(instance + 1); arc++) {
      if (!isFree(arc, state) && !isLeft(kinds.target(arc), kinds.side(arc).inside()[state])) {
        return false;
      }
    }
    return true;
  }

  private boolean isFree(int arc, int state) {
    return has(kinds.side(arc).free(), state);
  }

  private static boolean has(long[] states, int state) {
    return (states[state / Kind.WORD] & 1L << state) != 0;
  }

  private boolean isLeft(int instance, long[] states) {
    for (int w = 0; w < states.length; w++) {
      if ((states[w] & left[offset[instance] + w]) != 0) {
        return true;
      }
    }
    return false;
  }

  /// Returns the least local state not below `from` that is left to an instance; -1 if there is none.
  int next(int instance, int from) {
    int size = kinds.of(instance).size();
    int state = from;
    while (state < size) {
      long rest = left[offset[instance] + state / Kind.WORD] >>> state;
      if (rest != 0) {
        return state + Long.numberOfTrailingZeros(rest);
      }
      state = (state / Kind.WORD + 1) * Kind.WORD;
    }
    return -1;
  }

  /// Reports whether an instance is left with one of some local states.
  boolean isLeftIn(int instance, long[] states) {
    return isLeft(instance, states);
  }

  /// Reports whether in this local state it is certain that some other instance must be stuck too.
  boolean leansOnAnother(int instance, int state) {
    for (int arc = kinds.firstArc(instance); arc < kinds.firstArc(instance + 1); arc++) {
      if (!isFree(arc, state)) {
        return true;
      }
    }
    return false;
  }

  /// Returns the least local state, not below `from`, of the neighbor at the end of an arc that would explain
  /// why the instance at its beginning is stuck in `state`; -1 if there is none.
  int nextExplanation(int arc, int state, int from) {
    long[] inside = kinds.side(arc).inside()[state];
    int target = kinds.target(arc);
    for (int t = next(target, from); t >= 0; t = next(target, t + 1)) {
      if (has(inside, t)) {
        return t;
      }
    }
    return -1;
  }
}
