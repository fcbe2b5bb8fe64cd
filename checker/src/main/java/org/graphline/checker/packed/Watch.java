package org.graphline.checker.packed;

import java.util.List;

/// A condition on states that makes a state suspicious: the opposite of what shall always hold, say.
///
/// @param fields    the fields it speaks of
/// @param condition true where the state is suspicious, given the values of those fields; asked by several
///                  threads
public record Watch(List<Integer> fields, Condition condition) {
  public Watch {
    fields = List.copyOf(fields);
  }

  /// What is true or not of the values of some fields.
  @FunctionalInterface
  public interface Condition {
    /// Reports whether the values are suspicious; they may be overwritten afterwards.
    boolean isMet(int[] values);
  }
}
