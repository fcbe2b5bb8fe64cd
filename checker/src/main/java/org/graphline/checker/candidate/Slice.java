package org.graphline.checker.candidate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.graphline.checker.candidate.Moves.Move;
import org.graphline.checker.product.Update;

/// Leaves out of a run what its end does not need: first all that does not lead there, then stretches, long
/// ones first (Zeller, Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", IEEE TSE 2002).
final class Slice {
  /// What it costs to look at one of the fields shown, in steps.
  private static final int SHOWN_WORK = 16;

  private final Moves moves;
  private final int[] start;
  private final int[] end;
  private final Aim aim;
  private final Set<Integer> shown;
  private final Budget budget;

  /// @param shown the fields that show at `end` what is aimed at
  Slice(Moves moves, int[] start, int[] end, Aim aim, Set<Integer> shown, Budget budget) {
    this.moves = moves;
    this.start = start;
    this.end = end;
    this.aim = aim;
    this.shown = shown;
    this.budget = budget;
  }

  /// Returns a run at whose end the fields show the same, no longer than `run`.
  List<Taken> of(List<Taken> run) {
    List<Taken> best = attempt(causes(run), run);
    for (int length = best.size() / 2; length > 0 && budget.isLeft(); length /= 2) {
      for (int from = best.size() - length; from >= 0 && budget.isLeft(); from -= length) {
        if (from + length <= best.size()) {
          var rest = new ArrayList<>(best.subList(0, from));
          rest.addAll(best.subList(from + length, best.size()));
          best = attempt(rest, best);
        }
      }
    }
    return best;
  }

  private List<Taken> causes(List<Taken> run) {
    BitSet needed = aim.causes(shown);
    var kept = new ArrayList<Taken>();
    for (Taken taken : run.reversed()) {
      Move move = taken.move();
      boolean leads = false;
      for (int field : move.changed()) {
        leads |= needed.get(field);
      }
      if (leads) {
        kept.add(taken);
        move.touched().forEach(needed::set);
        if (move.lead() >= 0) {
          needed.set(move.lead());
        }
        move.offer().updates().forEach(u -> {
          if (u instanceof Update.Via(_, int source, _, _)) {
            needed.set(source);
          }
        });
      }
    }
    Collections.reverse(kept);
    return kept;
  }

  /// Returns the run if it is possible and leads to the same; else the other.
  private List<Taken> attempt(List<Taken> run, List<Taken> other) {
    int[] values = start.clone();
    var made = new ArrayList<Taken>(run.size());
    budget.spend(values.length / Long.SIZE + run.size() + (long) SHOWN_WORK * shown.size());
    for (Taken taken : run) {
      if (!taken.move().isEnabled(values)) {
        return other;
      }
      made.add(new Taken(taken.move(), taken.move().take(values)));
      if (moves.isFaultyAfter(taken.move(), values)) {
        return aim.isError() && aim.isShown(shown, end, values) ? made : other;
      }
    }
    return aim.isShown(shown, end, values) ? made : other;
  }
}
