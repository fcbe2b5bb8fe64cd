package org.graphline.checker.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The argument that no cycle of waits can close: around it, everyone would have to be at least as many
/// rounds behind the next as in all reachable states it is not. The rounds are a variant function, found by
/// counting (Roscoe, Dathi, "The Pursuit of Deadlock Freedom", Information and Computation 75, 1987); the
/// graph is Martin's state dependence digraph ("The Design and Construction of Deadlock-Free Concurrent
/// Systems", 1996), with weights.
final class Variants {
  private final Wiring wiring;
  private final Waiting waiting;
  private final ArcConsistency consistency;
  private final Projection projection;
  private final Rounds rounds;
  private final int[] first;
  private final Map<Long, List<Wait>> waits = new HashMap<>();

  /// @param late as in [Rounds]
  Variants(Wiring wiring, Waiting waiting, ArcConsistency consistency, int late) {
    this.wiring = wiring;
    this.waiting = waiting;
    this.consistency = consistency;
    this.projection = new Projection(wiring.product());
    this.rounds = new Rounds(wiring, late);
    this.first = new int[wiring.instances() + 1];
    for (int i = 0; i < wiring.instances(); i++) {
      first[i + 1] = first[i] + wiring.size(i);
    }
  }

  /// One in a local state waits for another in one.
  private record Wait(int state, int otherState) {}

  /// Reports whether nobody that has to go on can be stuck.
  boolean prove() {
    if (!findWaits()) {
      return false;
    }
    var cycles = new Cycles(first[wiring.instances()], wiring.effort());
    waits.forEach((pair, all) -> weigh((int) (pair >>> Integer.SIZE), pair.intValue(), all, cycles));
    return cycles.areAllPositive();
  }

  /// Finds who may wait for whom; reports whether nobody stuck may do so without another.
  private boolean findWaits() {
    var seen = new BitSet();
    var open = new ArrayDeque<int[]>();
    for (int i = 0; i < wiring.instances(); i++) {
      int instance = i;
      consistency.left(i).stream().filter(s -> isBusy(instance, s)).forEach(s -> {
        seen.set(first[instance] + s);
        open.add(new int[] {instance, s});
      });
    }
    while (!open.isEmpty()) {
      int[] node = open.poll();
      if (!consistency.leansOnAnother(node[0], node[1])) {
        return false;
      }
      for (ArcConsistency.Explained by : consistency.explanations(node[0], node[1])) {
        List<Wait> pair = waits.computeIfAbsent((long) node[0] << Integer.SIZE | by.other(), _ -> new ArrayList<>());
        for (int t = by.states().nextSetBit(0); t >= 0; t = by.states().nextSetBit(t + 1)) {
          wiring.effort().spend(1);
          pair.add(new Wait(node[1], t));
          if (!seen.get(first[by.other()] + t)) {
            seen.set(first[by.other()] + t);
            open.add(new int[] {by.other(), t});
          }
        }
      }
    }
    return true;
  }

  private boolean isBusy(int instance, int state) {
    return !waiting.standing(instance, state).rests();
  }

  /// Adds the waits of one for another, each with the least number of rounds that the one is ahead while neither moves.
  private void weigh(int one, int other, List<Wait> all, Cycles cycles) {
    Map<Wait, Integer> ahead = new HashMap<>();
    PairSpace space = PairSpace.of(wiring, projection, one, other);
    if (space != null) {
      int[] least = rounds.ahead(space, one, other);
      space.reached().stream().filter(s -> space.moving(s) == 0).forEach(s -> {
        int[] values = space.values(s);
        ahead.merge(new Wait(values[0], values[1]), least[s], Math::min);
      });
    }
    all.forEach(w -> cycles.add(first[one] + w.state(), first[other] + w.otherState(),
        ahead.getOrDefault(w, Rounds.ANY)));
  }
}
