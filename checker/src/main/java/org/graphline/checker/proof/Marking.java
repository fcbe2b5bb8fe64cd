package org.graphline.checker.proof;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.graphline.checker.sat.Formula;

/// A value for each field, as variables of a formula, and what is known of the values of reachable states: what two
/// neighbors can have together, sums that no step changes, sets of values of which one is always had.
final class Marking {
  private static final int MOST_COUNTED = 1 << 13;

  private final Formula formula;
  private final Places places;
  private final int[] holds;

  /// Each field has one value.
  Marking(Formula formula, Places places) {
    this.formula = formula;
    this.places = places;
    this.holds = IntStream.range(0, places.count()).map(_ -> formula.variable()).toArray();
    for (int field = 0; field < places.fields(); field++) {
      formula.exactly(1, Arrays.copyOfRange(holds, places.of(field, 0), places.of(field, places.size(field))));
    }
  }

  int holds(int field, int value) {
    return holds[places.of(field, value)];
  }

  /// Hears of the states of a pair, each with a variable that is true only where the two are in it.
  interface States {

    /// Hears of one of them.
    void state(int state, int here);
  }

  /// The two are in one of the states they can be in together.
  void pair(PairSpace space, Effort effort, States states) {
    int[] fields = space.fields();
    BitSet reached = space.reached();
    int[] either = new int[reached.cardinality()];
    int count = 0;
    for (int state = reached.nextSetBit(0); state >= 0; state = reached.nextSetBit(state + 1)) {
      effort.spend(1);
      int here = formula.variable();
      either[count++] = here;
      int[] values = space.values(state);
      for (int i = 0; i < fields.length; i++) {
        formula.clause(-here, holds(fields[i], values[i]));
      }
      states.state(state, here);
    }
    formula.clause(either);
  }

  /// Allows only values for which the invariant holds.
  ///
  /// @return whether it is said; not if its weights are too large to be counted one by one
  boolean cut(Invariants.Invariant invariant) {
    if (invariant.weights().values().stream().anyMatch(w -> w > MOST_COUNTED || w < -MOST_COUNTED)) {
      return false; // so that no sum overflows
    }
    List<long[]> weights = IntStream.range(0, places.fields()).mapToObj(f -> IntStream.range(0, places.size(f))
        .mapToLong(v -> invariant.at(places.of(f, v))).toArray()).toList();
    long least = weights.stream().mapToLong(w -> Arrays.stream(w).min().orElseThrow()).sum();
    long most = weights.stream().mapToLong(w -> Arrays.stream(w).max().orElseThrow()).sum();
    if (most - least > MOST_COUNTED) {
      return false;
    }
    var units = IntStream.builder();
    for (int field = 0; field < weights.size(); field++) {
      long[] those = weights.get(field);
      long highest = Arrays.stream(those).max().orElseThrow();
      for (long n = Arrays.stream(those).min().orElseThrow() + 1; n <= highest; n++) {
        units.add(atLeast(field, those, n));
      }
    }
    formula.exactly(-least, units.build().toArray());
    return true;
  }

  private int atLeast(int field, long[] weights, long least) {
    int variable = formula.variable();
    for (int v = 0; v < weights.length; v++) {
      formula.clause(weights[v] >= least ? variable : -variable, -holds(field, v));
    }
    return variable;
  }

  /// Allows only values that have a token in the trap.
  void cut(BitSet trap) {
    formula.clause(trap.stream().map(p -> holds[p]).toArray());
  }

  /// Returns the values that a model gives to the fields.
  int[] values(BitSet on) {
    return IntStream.range(0, places.fields()).map(f -> IntStream.range(0, places.size(f))
        .filter(v -> on.get(holds(f, v))).findFirst().orElseThrow()).toArray();
  }
}
