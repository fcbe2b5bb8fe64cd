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
  /// What it costs to look at one member of a group, in steps.
  private static final int GROUP_WORK = 16;

  private final Moves moves;
  private final int[] start;
  private final int[] end;
  private final Set<Integer> group;
  private final StuckTest test;
  private final Budget budget;

  Slice(Moves moves, int[] start, int[] end, Set<Integer> group, Budget budget) {
    this.moves = moves;
    this.start = start;
    this.end = end;
    this.group = group;
    this.test = new StuckTest(moves);
    this.budget = budget;
  }

  /// Returns a run at whose end the group is stuck at the same places, no longer than `run`.
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
    var needed = new BitSet();
    group.forEach(i -> {
      needed.set(i);
      for (int number : moves.moving(i)) {
        moves.get(number).touched().filter(f -> f >= moves.product().instances()).forEach(needed::set);
      }
    });
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
    budget.spend(values.length / Long.SIZE + run.size() + (long) GROUP_WORK * group.size());
    for (Taken taken : run) {
      if (!taken.move().isEnabled(values)) {
        return other;
      }
      made.add(new Taken(taken.move(), taken.move().take(values)));
      if (moves.isFaultyAfter(taken.move(), values)) {
        return other;
      }
    }
    boolean same = group.stream().allMatch(i -> values[i] == end[i]);
    return same && test.group(group, values, Integer.MAX_VALUE).containsAll(group) ? made : other;
  }
}
