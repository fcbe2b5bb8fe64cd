package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.graphline.checker.candidate.Candidate.Place;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Standing.Need;
import org.graphline.checker.product.Standing.Supporter;
import org.graphline.checker.sat.Formula;

/// Asks for values of all fields, and a group that is stuck with them (rule R6), such that any two neighbors can
/// have theirs together. If there are none, no reachable state has a stuck group (Antonino, Gibson-Robinson,
/// Roscoe, "Efficient Deadlock-Freedom Checking Using Local Analysis and SAT Solving", IFM 2016; here with groups
/// in place of deadlocks of everybody).
final class Query {
  private static final int NOBODY = 0;
  private static final int MOST_COUNTED = 1 << 13;

  private final Wiring wiring;
  private final Waiting waiting;
  private final IntFunction<BitSet> left;
  private final Places places;
  private final Formula formula = new Formula();
  private final int[] holds;
  private final int[] member;

  /// @param left for each instance the local states in which it may be stuck, as far as is known
  Query(Wiring wiring, Waiting waiting, IntFunction<BitSet> left, Places places, Together together) {
    this.wiring = wiring;
    this.waiting = waiting;
    this.left = left;
    this.places = places;
    this.holds = IntStream.range(0, places.count()).map(_ -> formula.variable()).toArray();
    this.member = IntStream.range(0, wiring.instances()).map(_ -> formula.variable()).toArray();
    for (int field = 0; field < places.fields(); field++) {
      formula.exactly(1, Arrays.copyOfRange(holds, places.of(field, 0), places.of(field, places.size(field))));
    }
    together.spaces().forEach(this::pair);
    IntStream.range(0, member.length).forEach(this::stuck);
    formula.clause(IntStream.range(0, member.length).map(this::busy).toArray());
  }

  private int holds(int field, int value) {
    return holds[places.of(field, value)];
  }

  /// The two are in one of the states they can be in together, and move in none by a step of theirs if they are stuck.
  private void pair(PairSpace space) {
    int[] fields = space.fields();
    BitSet reached = space.reached();
    int[] either = new int[reached.cardinality()];
    int count = 0;
    for (int state = reached.nextSetBit(0); state >= 0; state = reached.nextSetBit(state + 1)) {
      wiring.effort().spend(1);
      int here = formula.variable();
      either[count++] = here;
      int[] values = space.values(state);
      for (int i = 0; i < fields.length; i++) {
        formula.clause(-here, holds(fields[i], values[i]));
      }
      int moving = space.moving(state);
      if ((moving & 1) != 0) {
        formula.clause(-here, -member[fields[0]]);
      }
      if ((moving & 2) != 0) {
        formula.clause(-here, -member[fields[1]]);
      }
    }
    formula.clause(either);
  }

  private void stuck(int instance) {
    BitSet states = left.apply(instance);
    for (int state = 0; state < wiring.size(instance); state++) {
      if (states.get(state)) {
        for (Need need : waiting.standing(instance, state).needs()) {
          withheld(instance, state, need);
        }
      } else {
        formula.clause(-member[instance], -holds(instance, state));
      }
    }
  }

  private void withheld(int instance, int state, Need need) {
    for (Atom atom : need.environment()) {
      withheld(instance, state, atom, NOBODY);
    }
    if (need.all()) {
      byOne(instance, state, need);
      return;
    }
    for (Supporter supporter : need.supporters()) {
      if (supporter.instance() != instance) {
        withheld(instance, state, supporter.atom(), member[supporter.instance()]);
      }
    }
  }

  /// Where the atom is true, the instance is stuck in this local state only if `by` is true.
  private void withheld(int instance, int state, Atom atom, int by) {
    for (int value = 0; value < places.size(atom.field()); value++) {
      if (atom.holds(value) && (atom.field() != instance || value == state)) {
        int[] literals = {-member[instance], -holds(instance, state), -holds(atom.field(), value), by};
        formula.clause(by == NOBODY ? Arrays.copyOf(literals, literals.length - 1) : literals);
      }
    }
  }

  /// Somebody who could help is stuck: for what comes only from all of them together.
  private void byOne(int instance, int state, Need need) {
    var literals = new ArrayList<>(List.of(-member[instance], -holds(instance, state)));
    for (Supporter supporter : need.supporters()) {
      if (supporter.instance() != instance) {
        int both = formula.variable();
        formula.clause(-both, member[supporter.instance()]);
        formula.clause(IntStream.concat(IntStream.of(-both), waiting.states(supporter).stream()
            .map(v -> holds(supporter.instance(), v))).toArray());
        literals.add(both);
      } else if (supporter.atom().holds(state)) {
        return;
      }
    }
    formula.clause(literals.stream().mapToInt(Integer::intValue).toArray());
  }

  /// Returns a variable that is true only if the instance is stuck and does not rest.
  private int busy(int instance) {
    int busy = formula.variable();
    formula.clause(-busy, member[instance]);
    formula.clause(IntStream.concat(IntStream.of(-busy), IntStream.range(0, wiring.size(instance))
        .filter(s -> !waiting.standing(instance, s).rests()).map(s -> holds(instance, s))).toArray());
    return busy;
  }

  /// What the formula allows.
  ///
  /// @param values of all fields
  /// @param group  who is stuck
  record Model(int[] values, BitSet group) {}

  /// Looks for such values.
  ///
  /// @return nothing if it is not known whether there are any
  /// @throws Contradiction if there are none
  Optional<Model> solve() throws Contradiction {
    return switch (formula.solve(wiring.effort()::isOverAfterRound)) {
      case Formula.Answer.Contradiction _ -> throw new Contradiction();
      case Formula.Answer.Open _ -> Optional.empty();
      case Formula.Answer.Satisfied(BitSet on) -> Optional.of(model(on));
    };
  }

  /// There are no such values: nobody can be stuck.
  static final class Contradiction extends Exception {
    private static final long serialVersionUID = 1;

    private Contradiction() {
      super("no group can be stuck", null, false, false);
    }
  }

  private Model model(BitSet on) {
    int[] values = IntStream.range(0, places.fields()).map(f -> IntStream.range(0, places.size(f))
        .filter(v -> on.get(holds(f, v))).findFirst().orElseThrow()).toArray();
    var group = new BitSet();
    IntStream.range(0, member.length).filter(i -> on.get(member[i])).forEach(group::set);
    return new Model(values, group);
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

  /// Allows no other group with these in it, stuck where they are.
  void exclude(List<Place> places) {
    formula.clause(places.stream().filter(Place::stuck).flatMapToInt(p -> IntStream.of(-member[p.instance()],
        -holds(p.instance(), p.state()))).toArray());
  }
}
