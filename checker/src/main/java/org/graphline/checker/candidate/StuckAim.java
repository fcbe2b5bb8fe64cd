package org.graphline.checker.candidate;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.graphline.checker.candidate.Moves.Move;

/// That somebody is stuck (rule R6).
final class StuckAim implements Aim {
  /// In passing no larger group is looked for.
  private static final int FEW = 8;

  private final Moves moves;
  private final StuckTest test;

  StuckAim(Moves moves) {
    this.moves = moves;
    this.test = new StuckTest(moves);
  }

  @Override
  public boolean isError() {
    return false;
  }

  @Override
  public int work() {
    return FEW * FEW;
  }

  @Override
  public boolean isReached(Move move, int[] values) {
    for (int field : move.changed()) {
      if (field < moves.product().instances() && !test.group(List.of(field), values, FEW).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean isReached(Goal goal, int[] values) {
    List<Integer> all = goal.wanted().keySet().stream().filter(f -> f < moves.product().instances()).toList();
    return !test.group(all, values, Integer.MAX_VALUE).isEmpty();
  }

  @Override
  public Set<Integer> shown(List<Taken> run, int[] end) {
    Set<Integer> all = new HashSet<>();
    for (Taken taken : run) {
      for (int field : taken.move().changed()) {
        if (field < moves.product().instances()) {
          all.add(field);
        }
      }
    }
    return test.group(all, end, Integer.MAX_VALUE);
  }

  @Override
  public BitSet causes(Set<Integer> shown) {
    var needed = new BitSet();
    shown.forEach(i -> {
      needed.set(i);
      for (int number : moves.moving(i)) {
        moves.get(number).touched().filter(f -> f >= moves.product().instances()).forEach(needed::set);
      }
    });
    return needed;
  }

  @Override
  public boolean isShown(Set<Integer> shown, int[] end, int[] values) {
    return shown.stream().allMatch(i -> values[i] == end[i])
        && test.group(shown, values, Integer.MAX_VALUE).containsAll(shown);
  }
}
