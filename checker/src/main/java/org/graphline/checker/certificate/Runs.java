package org.graphline.checker.certificate;

import java.util.List;

/// Why no fair run of a network goes on for ever without what a claim leaves out, in a form that can be
/// checked without finding it again: what is taken away, round by round, from what may happen again and
/// again, until nothing is left.
///
/// Fields and values are named by their numbers in the product of the network; ways to take a step by their
/// position in [Way#all].
///
/// @param network what it is about: [Fingerprint#of]
public record Runs(String network, List<Round> rounds) {
  public Runs {
    rounds = List.copyOf(rounds);
  }

  /// What is taken away because of the rounds before, each for itself.
  public sealed interface Round {}

  /// What the changes and the values of single fields say.
  ///
  /// @param changes those that are on no cycle of what is left of the changes of their field, in ascending
  ///                order
  /// @param values  those at which a step is owed of which nothing is left, in ascending order
  public record Local(List<Change> changes, List<Value> values) implements Round {
    public Local {
      changes = List.copyOf(changes);
      values = List.copyOf(values);
    }
  }

  /// Numbers of values, 0 where there is none: the sum over all fields is raised by no step that is left.
  ///
  /// @param weights in ascending order
  /// @param lowered the ways to take a step that lower the sum, whichever of their changes they make: these
  ///                are taken away
  public record Sum(List<Weight> weights, List<Integer> lowered) implements Round {
    public Sum {
      weights = List.copyOf(weights);
      lowered = List.copyOf(lowered);
    }
  }

  /// A change of a field, whoever makes it.
  public record Change(int field, int from, int to) {}

  /// A value of a field.
  public record Value(int field, int value) {}

  /// The number of a value of a field.
  public record Weight(int field, int value, int number) {}
}
