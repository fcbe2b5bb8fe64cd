package org.graphline.checker.engine;

import java.util.List;
import org.graphline.checker.verdict.Finding;
import org.graphline.checker.verdict.Reason;
import org.graphline.model.semantics.Step;

/// What an engine says about one property.
public sealed interface Judgement {

  /// It holds.
  record Holds() implements Judgement {}

  /// It does not.
  record Fails(Evidence evidence) implements Judgement {}

  /// A bound was hit first.
  record Open(Reason reason) implements Judgement {}

  /// A run, in elementary steps, that shows that a property does not hold.
  ///
  /// @param loop    then round and round; empty if the run ends
  /// @param group   the instances that are stuck at the end of the run
  /// @param closure whether the loop leaves out fair steps, none of which leaves the states it lies among
  record Evidence(Finding finding, List<Step> stem, List<Step> loop, List<Integer> group, Closure closure) {
    public Evidence {
      stem = List.copyOf(stem);
      loop = List.copyOf(loop);
      group = List.copyOf(group);
    }

    /// Returns this evidence with another way to its end.
    public Evidence stem(List<Step> other) {
      return new Evidence(finding, other, loop, group, closure);
    }

    /// Returns this evidence with another loop.
    public Evidence loop(List<Step> other) {
      return new Evidence(finding, stem, other, group, closure);
    }

    /// Returns how many steps of the stem count (rule R31).
    public int length() {
      return (int) stem.stream().filter(s -> s.label().isCounted()).count();
    }
  }

  /// How a loop of [Evidence] is fair.
  enum Closure {
    /// There is no loop.
    NO_LOOP,
    /// It takes every step that it owes.
    FAIR_LOOP,
    /// It is part of a larger set of states that no fair step leaves; a run through all of them is fair.
    PART_OF_CLOSED_SET
  }
}
