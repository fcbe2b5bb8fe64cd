package org.graphline.checker.candidate;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.graphline.checker.candidate.Moves.Move;

/// What the end of a run is to show.
sealed interface Aim permits StuckAim, UnwantedAim {

  /// Reports whether it is that somebody has met an error. If not, no run goes where somebody has.
  boolean isError();

  /// Returns what it costs to ask [#isReached(Move, int[])], in steps.
  int work();

  /// Reports whether it is so after the step, because of what the step has changed, as far as that is quickly seen.
  boolean isReached(Move move, int[] values);

  /// Reports whether it is so where all is as a goal wants it.
  boolean isReached(Goal goal, int[] values);

  /// Returns the fields that show it at the end of a run.
  Set<Integer> shown(List<Taken> run, int[] end);

  /// Returns the fields whose values matter for whether `shown` show it.
  BitSet causes(Set<Integer> shown);

  /// Reports whether the fields show in another state what they show in `end`, with the same values.
  boolean isShown(Set<Integer> shown, int[] end, int[] values);
}
