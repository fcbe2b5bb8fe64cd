package org.graphline.checker.certificate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;
import org.graphline.checker.product.Standing.Need;
import org.graphline.checker.product.Standing.Supporter;

/// Local states that are ruled out, each because of those ruled out before: as places in a stuck group (rule R6), or as
/// places where no step at all is possible.
final class Elimination {
  private final Product product;
  private final Pairs pairs;
  private final boolean everyone;
  private final BitSet[] left;

  /// @param everyone whether nobody at all is to move, rather than a group that needs its own members only
  Elimination(Steps steps, Pairs pairs, boolean everyone) {
    this.product = steps.product();
    this.pairs = pairs;
    this.everyone = everyone;
    this.left = new BitSet[product.instances()];
    for (int i = 0; i < left.length; i++) {
      left[i] = new BitSet();
      var alone = new Slice(steps, i);
      for (int s = 0; s < product.standings().get(i).size(); s++) {
        left[i].set(s, mayBe(i, s, alone));
      }
    }
  }

  /// Reports whether, as far as the instance alone can tell, it may be stuck, or still, in this local state.
  private boolean mayBe(int instance, int state, Slice alone) {
    Standing standing = standing(instance, state);
    if (standing.isFaulty() || alone.isMoved(instance, new int[] {state}, !everyone)) {
      return false;
    }
    return everyone || standing.isLive() && standing.needs().stream().noneMatch(Elimination::surelyComes);
  }

  private static boolean surelyComes(Need need) {
    return need.environment().stream().anyMatch(a -> a.table().isAlwaysTrue())
        || need.all() && need.supporters().stream().allMatch(s -> s.atom().table().isNeverTrue());
  }

  Standing standing(int instance, int state) {
    return product.standings().get(instance).get(state);
  }

  /// Returns the local states that are not ruled out; not to be changed.
  BitSet left(int instance) {
    return left[instance];
  }

  void remove(List<Certificate.Removal> removals) throws Refused {
    for (Certificate.Removal removal : removals) {
      int instance = removal.instance();
      int state = removal.state();
      checkNamed(instance, state);
      if (!left[instance].get(state)) {
        throw new Refused(where(instance, state) + " is ruled out already");
      }
      boolean right = removal.by() >= 0 ? isRuledOut(instance, state, removal.by())
          : !everyone && comes(instance, state, need(instance, state, removal.by()));
      if (!right) {
        throw new Refused(where(instance, state) + " is not ruled out by " + removal.by());
      }
      left[instance].clear(state);
    }
  }

  void checkNamed(int instance, int state) throws Refused {
    if (instance < 0 || instance >= left.length || state < 0 || state >= product.standings().get(instance).size()) {
      throw new Refused("there is no local state " + state + " of instance " + instance);
    }
  }

  Need need(int instance, int state, int by) throws Refused {
    List<Need> needs = standing(instance, state).needs();
    int number = -1 - by;
    if (number < 0 || number >= needs.size() || !needs.get(number).all()) {
      throw new Refused(where(instance, state) + " has no joint need " + number);
    }
    return needs.get(number);
  }

  private static String where(int instance, int state) {
    return "local state " + state + " of instance " + instance;
  }

  /// Reports whether the neighbor cannot be stuck, or still, together with the instance in `state`, and would have to.
  private boolean isRuledOut(int instance, int state, int other) {
    if (other >= left.length || other == instance) {
      return false;
    }
    BitSet needed = needed(instance, state, other);
    Pairs.Sight sight = pairs.see(instance, other);
    if (sight == null) {
      return !left[other].intersects(everyone ? left[other] : needed) && (everyone || isAll(needed, other));
    }
    return Arrays.stream(sight.positions(state)).allMatch(p -> sight.movesSelf(p)
        || (everyone || needed.get(sight.other(p))) && (sight.movesOther(p) || !left[other].get(sight.other(p))));
  }

  private boolean isAll(BitSet states, int instance) {
    return states.cardinality() == product.standings().get(instance).size();
  }

  /// Returns the local states of `other` in which it must be stuck too if the instance is, in `state`.
  BitSet needed(int instance, int state, int other) {
    var needed = new BitSet();
    for (Need need : standing(instance, state).needs()) {
      if (!need.all()) {
        for (Supporter supporter : need.supporters()) {
          if (supporter.instance() == other) {
            needed.or(states(supporter.atom()));
          }
        }
      }
    }
    return needed;
  }

  static BitSet states(Atom atom) {
    var states = new BitSet();
    for (int s = 0; s < atom.table().size(); s++) {
      states.set(s, atom.holds(s));
    }
    return states;
  }

  /// Reports whether nobody who takes part in what is needed can be stuck while it could help.
  private boolean comes(int instance, int state, Need need) {
    for (Supporter supporter : need.supporters()) {
      if (supporter.instance() == instance ? supporter.atom().holds(state)
          : !withholding(instance, state, supporter).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /// Returns the local states in which the supporter may be stuck together with the instance, and could help.
  BitSet withholding(int instance, int state, Supporter supporter) {
    BitSet states = states(supporter.atom());
    states.and(left[supporter.instance()]);
    Pairs.Sight sight = pairs.see(instance, supporter.instance());
    if (sight == null) {
      return states;
    }
    var together = new BitSet();
    for (int position : sight.positions(state)) {
      if (!sight.movesSelf(position) && !sight.movesOther(position)) {
        together.set(sight.other(position));
      }
    }
    states.and(together);
    return states;
  }
}
