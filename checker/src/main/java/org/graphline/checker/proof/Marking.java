package org.graphline.checker.proof;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
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

  /// The two are in one of the states they can be in together.
  void pair(PairSpace space, Effort effort) {
    pair(space, effort, _ -> 0);
  }

  /// The two are in one of the states they can be in together, and of some literals are false there those that it forbids.
  ///
  /// @param forbidden the literals that the state with a number forbids, as bits
  void pair(PairSpace space, Effort effort, IntUnaryOperator forbidden, int... literals) {
    effort.spend(space.reached().cardinality());
    if (space.fields().length == 2) {
      supports(space, forbidden, literals);
    } else {
      states(space, forbidden, literals);
    }
  }

  /// Says for each value of one of the two which of the other it goes with: no variable is needed for the states, and
  /// what one of them excludes of the other is seen at once (Gent, "Arc Consistency in SAT", ECAI 2002).
  private void supports(PairSpace space, IntUnaryOperator forbidden, int... literals) {
    int one = space.fields()[0];
    int other = space.fields()[1];
    var all = new Supports(places.size(one), places.size(other));
    List<Supports> allowing = Arrays.stream(literals).mapToObj(_ -> new Supports(places.size(one), places.size(other)))
        .toList();
    space.reached().stream().forEach(state -> {
      int[] values = space.values(state);
      int bits = forbidden.applyAsInt(state);
      all.add(values);
      for (int i = 0; i < literals.length; i++) {
        if ((bits >>> i & 1) == 0) {
          allowing.get(i).add(values);
        }
      }
    });
    supports(one, other, all.forwards(), all.forwards());
    supports(other, one, all.backwards(), all.backwards());
    for (int i = 0; i < literals.length; i++) {
      supports(one, other, all.forwards(), allowing.get(i).forwards(), -literals[i]);
      supports(other, one, all.backwards(), allowing.get(i).backwards(), -literals[i]);
    }
  }

  /// What values of each of two fields go with.
  private record Supports(BitSet[] forwards, BitSet[] backwards) {

    Supports(int one, int other) {
      this(Relation.rows(one), Relation.rows(other));
    }

    void add(int[] values) {
      forwards[values[0]].set(values[1]);
      backwards[values[1]].set(values[0]);
    }
  }

  /// Each value of a field goes with one of these of another, unless one of the literals is true; where that has been
  /// said already it is not said again.
  private void supports(int field, int other, BitSet[] said, BitSet[] supports, int... unless) {
    for (int value = 0; value < supports.length; value++) {
      if (unless.length == 0 || supports[value].cardinality() < said[value].cardinality()) {
        formula.clause(IntStream.concat(IntStream.concat(IntStream.of(-holds(field, value)), IntStream.of(unless)),
            supports[value].stream().map(v -> holds(other, v))).toArray());
      }
    }
  }

  private void states(PairSpace space, IntUnaryOperator forbidden, int... literals) {
    int[] fields = space.fields();
    formula.clause(space.reached().stream().map(state -> {
      int here = formula.variable();
      int[] values = space.values(state);
      for (int i = 0; i < fields.length; i++) {
        formula.clause(-here, holds(fields[i], values[i]));
      }
      int bits = forbidden.applyAsInt(state);
      for (int i = 0; i < literals.length; i++) {
        if ((bits >>> i & 1) != 0) {
          formula.clause(-here, -literals[i]);
        }
      }
      return here;
    }).toArray());
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
