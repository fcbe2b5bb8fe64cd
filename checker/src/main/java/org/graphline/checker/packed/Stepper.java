package org.graphline.checker.packed;

/// Computes the steps of one state after the other. Not for several threads; nothing is allocated per step.
///
/// The fields are public because they are read billions of times.
public abstract class Stepper {
  /// The states that the steps of the last state lead to, one after the other.
  public long[] targets;

  /// For each step the number of its label, if the stepper is a labeled one.
  public int[] labels;

  /// How many of the steps, the first ones, do not count in the length of a story (rule R31).
  public int uncounted;

  /// How many states were passed over on the ways that these steps go; one on several ways counts for each.
  public int passed;

  /// Whether the last state deserves a closer look: nothing must happen in it, or somebody may be stuck, or
  /// it is an error state, or a condition is, or may be, violated in it. Never false where a property of
  /// single states is violated.
  public boolean suspicious;

  /// A stepper with room for `fanOut` steps of `words` words each.
  protected Stepper(int words, int fanOut, boolean labeled) {
    targets = new long[words * fanOut];
    labels = labeled ? new int[fanOut] : new int[0];
  }

  /// Computes all steps from the state at `states[at]` and returns how many there are; [#targets],
  /// [#uncounted], [#suspicious] and, if wanted, [#labels] speak of them afterwards.
  public abstract int steps(long[] states, int at);
}
