package org.graphline.checker.packed;

/// A [Watch] over packed states that remembers what it was told, if there are few combinations of values.
final class Watched {
  private static final long MOST = 1 << 22;
  private static final byte NO = 1;
  private static final byte YES = 2;

  private final Packing packing;
  private final Watch.Condition condition;
  private final int[] fields;
  private final int[] factors;
  /// 0 where nobody has asked yet. Threads share it: whoever writes writes the same.
  private final byte[] known;

  Watched(Watch watch, Packing packing) {
    this.packing = packing;
    this.condition = watch.condition();
    this.fields = watch.fields().stream().mapToInt(Integer::intValue).toArray();
    this.factors = new int[fields.length];
    long all = 1;
    for (int i = 0; i < fields.length && all <= MOST; i++) {
      factors[i] = (int) all;
      all *= packing.highest(fields[i]) + 1L;
    }
    this.known = all <= MOST ? new byte[(int) all] : new byte[0];
  }

  /// Reports whether the condition is met in the state at `states[at]`.
  boolean isMet(long[] states, int at) {
    if (known.length == 0) {
      return ask(states, at);
    }
    int index = 0;
    for (int i = 0; i < fields.length; i++) {
      index += packing.value(states, at, fields[i]) * factors[i];
    }
    byte answer = known[index];
    if (answer == 0) {
      answer = ask(states, at) ? YES : NO;
      known[index] = answer;
    }
    return answer == YES;
  }

  private boolean ask(long[] states, int at) {
    int[] values = new int[fields.length];
    for (int i = 0; i < fields.length; i++) {
      values[i] = packing.value(states, at, fields[i]);
    }
    return condition.isMet(values);
  }
}
