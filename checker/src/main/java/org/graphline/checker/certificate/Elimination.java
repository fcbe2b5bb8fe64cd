package org.graphline.checker.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;
import org.graphline.checker.product.Standing.Need;
import org.graphline.checker.product.Standing.Supporter;

/// Local states that are ruled out, each because of those ruled out in the rounds before: as places in a stuck group
/// (rule R6), or as places where no step at all is possible.
final class Elimination {
  /// In place of a round.
  static final int NEVER = Integer.MAX_VALUE;
  /// Where no more have to help, it must be said what each of them can be in together with whom it could help.
  private static final int FEW = 8;

  private final Product product;
  private final Pairs pairs;
  private final boolean everyone;
  private final BitSet[] left;
  private final int[][] rounds;
  private final BitSet[] marked;

  /// @param everyone whether nobody at all is to move, rather than a group that needs its own members only
  Elimination(Steps steps, Pairs pairs, boolean everyone) {
    this.product = steps.product();
    this.pairs = pairs;
    this.everyone = everyone;
    this.left = new BitSet[product.instances()];
    this.marked = new BitSet[left.length];
    this.rounds = new int[left.length][];
    for (int i = 0; i < left.length; i++) {
      left[i] = new BitSet();
      marked[i] = new BitSet();
      rounds[i] = new int[product.standings().get(i).size()];
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

  /// Rules out one local state after the other until `isOver`, and returns how many it took.
  ///
  /// @throws Refused if one is not ruled out, or not in the round and by whom it is first
  int remove(List<Certificate.Removal> removals, BooleanSupplier isOver) throws Refused {
    Certificate.Removal before = null;
    for (int i = 0; i < removals.size(); i++) {
      if (isOver.getAsBoolean()) {
        return i;
      }
      Certificate.Removal removal = removals.get(i);
      checkNamed(removal.instance(), removal.state());
      if (!left[removal.instance()].get(removal.state())) {
        throw new Refused(where(removal.instance(), removal.state()) + " is ruled out already");
      }
      int round = round(removal.instance(), removal.state(), removal.by());
      if (round == NEVER) {
        throw new Refused(where(removal.instance(), removal.state()) + " is not ruled out by " + removal.by());
      }
      checkFirst(removal, round);
      if (before != null && !isInOrder(before, removal, round)) {
        throw new Refused(where(removal.instance(), removal.state()) + " is ruled out before that");
      }
      left[removal.instance()].clear(removal.state());
      rounds[removal.instance()][removal.state()] = round;
      before = removal;
    }
    return removals.size();
  }

  private boolean isInOrder(Certificate.Removal before, Certificate.Removal removal, int round) {
    return Comparator.<int[]>comparingInt(r -> r[0]).thenComparingInt(r -> r[1]).thenComparingInt(r -> r[2])
        .compare(new int[] {rounds[before.instance()][before.state()], before.instance(), before.state()},
            new int[] {round, removal.instance(), removal.state()}) < 0;
  }

  /// There are many ways to write down one proof; of all who rule out a local state the one is named that does
  /// so in the first round, neighbors before needs, lower numbers first.
  private void checkFirst(Certificate.Removal removal, int round) throws Refused {
    for (int by : candidates(removal.instance(), removal.state())) {
      int other = by == removal.by() ? NEVER : round(removal.instance(), removal.state(), by);
      if (other < round || other == round && isBefore(by, removal.by())) {
        throw new Refused(where(removal.instance(), removal.state()) + " is ruled out by " + by + " first");
      }
    }
  }

  static boolean isBefore(int by, int other) {
    return (by < 0) == (other < 0) ? Math.abs(by) < Math.abs(other) : by >= 0;
  }

  /// Returns all who might rule out, or be waited for in, a local state.
  List<Integer> candidates(int instance, int state) {
    var all = new ArrayList<>(pairs.of(instance));
    List<Need> needs = standing(instance, state).needs();
    for (int i = 0; i < needs.size() && !everyone; i++) {
      if (needs.get(i).all()) {
        all.add(-1 - i);
      }
    }
    return all;
  }

  /// Returns the round in which `by` rules out a local state: the one after the last of those it leans on.
  int round(int instance, int state, int by) throws Refused {
    Optional<List<Leaning>> leanings = leanings(instance, state, by);
    if (leanings.isEmpty()) {
      return NEVER;
    }
    int last = 0;
    for (Leaning leaning : leanings.get()) {
      for (int s = leaning.states().nextSetBit(0); s >= 0; s = leaning.states().nextSetBit(s + 1)) {
        last = Math.max(last, left[leaning.other()].get(s) ? NEVER : rounds[leaning.other()][s]);
      }
    }
    return last == NEVER ? NEVER : last + 1;
  }

  /// Local states that have been ruled out before, on which ruling out another one leans.
  private record Leaning(int other, BitSet states) {}

  /// Returns what must have been ruled out for `by` to rule out a local state; nothing if it cannot.
  private Optional<List<Leaning>> leanings(int instance, int state, int by) throws Refused {
    return by >= 0 ? leanings(instance, state, pairs.see(instance, by), by)
        : everyone ? Optional.empty() : leanings(instance, state, need(instance, state, by));
  }

  /// The neighbor would have to be stuck, or still, with the instance: it must have been ruled out where no step of the
  /// two moves one of them.
  private Optional<List<Leaning>> leanings(int instance, int state, Pairs.Sight sight, int other) {
    if (sight == null) {
      return Optional.empty();
    }
    BitSet needed = needed(instance, state, other);
    var states = new BitSet();
    for (int position : sight.positions(state)) {
      if (!sight.movesSelf(position)) {
        if (!everyone && !needed.get(sight.other(position))) {
          return Optional.empty();
        }
        if (!sight.movesOther(position)) {
          states.set(sight.other(position));
        }
      }
    }
    return Optional.of(List.of(new Leaning(other, states)));
  }

  /// Nobody who takes part in what is needed may be stuck while it could help.
  private Optional<List<Leaning>> leanings(int instance, int state, Need need) {
    var all = new ArrayList<Leaning>();
    for (Supporter supporter : need.supporters()) {
      if (supporter.instance() != instance) {
        if (isBlind(instance, supporter, need)) {
          return Optional.empty();
        }
        all.add(new Leaning(supporter.instance(), withholding(instance, state, supporter)));
      } else if (supporter.atom().holds(state)) {
        return Optional.empty();
      }
    }
    return Optional.of(all);
  }

  /// Reports whether nothing is known of somebody who could help, though few could.
  boolean isBlind(int instance, Supporter supporter, Need need) {
    return supporter.instance() != instance && need.supporters().size() <= FEW
        && pairs.see(instance, supporter.instance()) == null;
  }

  /// Says that the proof needs this local state to be ruled out.
  void mark(int instance, int state) {
    marked[instance].set(state);
  }

  /// Returns those of `removals`, which have been done, that are marked or that one of these leans on.
  List<Certificate.Removal> needed(List<Certificate.Removal> removals) {
    return needed(removals, marked);
  }

  /// Returns those of `removals`, which have been done, that rule out one of `states` or that one of these leans on.
  List<Certificate.Removal> needed(List<Certificate.Removal> removals, BitSet[] states) {
    BitSet[] wanted = Arrays.stream(states).map(s -> (BitSet) s.clone()).toArray(BitSet[]::new);
    var all = new ArrayList<Certificate.Removal>();
    for (Certificate.Removal removal : removals.reversed()) {
      if (wanted[removal.instance()].get(removal.state())) {
        all.add(removal);
        for (Leaning leaning : done(removal)) {
          wanted[leaning.other()].or(leaning.states());
        }
      }
    }
    return all.reversed();
  }

  private List<Leaning> done(Certificate.Removal removal) {
    try {
      return leanings(removal.instance(), removal.state(), removal.by()).orElseThrow();
    } catch (Refused e) {
      throw new AssertionError("it has been looked at before", e);
    }
  }

  /// Says that the proof needs the pairs that are looked at by these.
  void markPairs(List<Certificate.Removal> removals) throws Refused {
    for (Certificate.Removal removal : removals) {
      markPairs(removal.instance(), removal.state(), removal.by());
    }
  }

  /// Says that the proof needs the pairs that are looked at where the instance leans on `by`.
  void markPairs(int instance, int state, int by) throws Refused {
    if (by >= 0) {
      pairs.see(instance, by).mark();
      return;
    }
    Need need = need(instance, state, by);
    for (Supporter supporter : need.supporters()) {
      Pairs.Sight sight = pairs.see(instance, supporter.instance());
      if (sight != null && (need.supporters().size() <= FEW
          || !withholding(instance, state, supporter).equals(states(supporter.atom())))) {
        sight.mark();
      }
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

  /// Returns the local states in which the supporter could help and no step of the two moves one of them.
  BitSet withholding(int instance, int state, Supporter supporter) {
    BitSet states = states(supporter.atom());
    Pairs.Sight sight = pairs.see(instance, supporter.instance());
    if (sight != null) {
      var together = new BitSet();
      for (int position : sight.positions(state)) {
        if (!sight.movesSelf(position) && !sight.movesOther(position)) {
          together.set(sight.other(position));
        }
      }
      states.and(together);
    }
    return states;
  }
}
