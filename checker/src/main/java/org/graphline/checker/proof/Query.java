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

  private final Wiring wiring;
  private final Waiting waiting;
  private final IntFunction<BitSet> left;
  private final Places places;
  private final Formula formula = new Formula();
  private final Marking marking;
  private final int[] member;
  /// That an instance is stuck and busy. Of those before `asked` none is.
  private final int[] busy;
  private int asked;

  /// @param left for each instance the local states in which it may be stuck, as far as is known
  Query(Wiring wiring, Waiting waiting, IntFunction<BitSet> left, Places places, Together together) {
    this.wiring = wiring;
    this.waiting = waiting;
    this.left = left;
    this.places = places;
    this.marking = new Marking(formula, places);
    this.member = IntStream.range(0, wiring.instances()).map(_ -> formula.variable()).toArray();
    together.spaces().forEach(this::pair);
    IntStream.range(0, member.length).forEach(this::stuck);
    this.busy = IntStream.range(0, member.length).map(this::busy).toArray();
  }

  private int holds(int field, int value) {
    return marking.holds(field, value);
  }

  /// Returns the values that it speaks of.
  Marking marking() {
    return marking;
  }

  /// Who of the two is stuck moves by no step of theirs.
  private void pair(PairSpace space) {
    int[] fields = space.fields();
    marking.pair(space, wiring.effort(), space::moving, member[fields[0]], member[fields[1]]);
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

  /// Looks for such values, with one after the other stuck and busy: what speaks against it is around it, and the solver
  /// need not find out where to begin.
  ///
  /// @return nothing if it is not known whether there are any
  /// @throws Contradiction if there are none
  Optional<Model> solve() throws Contradiction {
    while (asked < busy.length) {
      switch (formula.solveWith(busy[asked], wiring.effort()::isOverAfterRound)) {
        case Formula.Answer.Contradiction _ -> asked++;
        case Formula.Answer.Open _ -> {
          return Optional.empty();
        }
        case Formula.Answer.Satisfied(BitSet on) -> {
          return Optional.of(model(on));
        }
      }
    }
    throw new Contradiction();
  }

  /// There are no such values: nobody can be stuck.
  static final class Contradiction extends Exception {
    private static final long serialVersionUID = 1;

    private Contradiction() {
      super("no group can be stuck", null, false, false);
    }
  }

  private Model model(BitSet on) {
    int[] values = marking.values(on);
    var group = new BitSet();
    IntStream.range(0, member.length).filter(i -> on.get(member[i])).forEach(group::set);
    return new Model(values, group);
  }

  /// Allows no other group with these in it, stuck where they are.
  void exclude(List<Place> places) {
    formula.clause(places.stream().filter(Place::stuck).flatMapToInt(p -> IntStream.of(-member[p.instance()],
        -holds(p.instance(), p.state()))).toArray());
  }
}
