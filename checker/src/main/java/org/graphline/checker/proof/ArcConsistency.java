package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.graphline.checker.product.Standing.Need;
import org.graphline.checker.product.Standing.Supporter;

/// Takes away local states in which an instance cannot be stuck, because some neighbor has no state left that
/// would explain why; to the fixpoint. No local state of a reachable stuck group is ever taken away, so that
/// there is none if nobody who must go on has a state left.
///
/// Whom to look at again is known as in AC-3 (Mackworth, "Consistency in Networks of Relations", Artificial
/// Intelligence 8, 1977), but in rounds, so that the order is one that can be told. Where all of several have to
/// help, one witness that one of them may be stuck is kept, as in AC-6 (Bessière, "Arc-Consistency and
/// Arc-Consistency Again", Artificial Intelligence 65, 1994). The relations
/// between neighbors are those of the pairwise analysis of deadlocks (Martin, "The Design and Construction of
/// Deadlock-Free Concurrent Systems", 1996; Antonino, Gibson-Robinson, Roscoe, "Efficient Deadlock-Freedom
/// Checking Using Local Analysis and SAT Solving", IFM 2016).
final class ArcConsistency {
  private final Waiting waiting;
  private final Neighbors neighbors;
  private final Effort effort;
  private final boolean everyone;
  private final Log log;
  private final BitSet[] left;
  private final List<List<Arc>> arcs = new ArrayList<>();
  private final Map<Object, Object> shared = new HashMap<>();

  /// For each need that takes all of several, the first of them who may be stuck.
  private final Map<Watch, Integer> witnesses = new HashMap<>();

  /// For each of these, who needs it.
  private final Map<Integer, Set<Integer>> watchers = new HashMap<>();

  private long taken;

  /// @param everyone whether nobody at all is to move, rather than a group that needs its own members only
  ArcConsistency(Wiring wiring, Waiting waiting, Neighbors neighbors, boolean everyone) {
    this(wiring, waiting, neighbors, everyone, (_, _, _) -> {});
  }

  /// @param log hears of each local state that is taken away
  ArcConsistency(Wiring wiring, Waiting waiting, Neighbors neighbors, boolean everyone, Log log) {
    this.log = log;
    this.waiting = waiting;
    this.neighbors = neighbors;
    this.effort = wiring.effort();
    this.everyone = everyone;
    this.left = new BitSet[wiring.instances()];
    for (int i = 0; i < left.length; i++) {
      left[i] = everyone ? waiting.still(i) : waiting.stuck(i);
    }
    for (int i = 0; i < left.length; i++) {
      arcs.add(arcs(i));
    }
    run();
  }

  /// Hears of the local states that are taken away, in order.
  interface Log {

    /// Hears that the instance cannot be stuck in `state`.
    ///
    /// @param by the neighbor that does not explain it; `-1 - n` if nobody can withhold the need of this number
    void taken(int instance, int state, int by);
  }

  /// In place of a neighbor or a need.
  static final int NOBODY = Integer.MIN_VALUE;

  /// What an instance asks of a neighbor.
  ///
  /// @param inside for each local state of the one those of the neighbor in which it may be stuck too
  /// @param free   the local states of the one that ask nothing of it
  private record Arc(int other, Relation inside, BitSet free) {}

  private List<Arc> arcs(int instance) {
    var all = new ArrayList<Arc>();
    for (Neighbors.Side side : neighbors.of(instance)) {
      BitSet[] inside = Relation.rows(side.waiting().size());
      var free = new BitSet();
      for (int s = left[instance].nextSetBit(0); s >= 0; s = left[instance].nextSetBit(s + 1)) {
        inside[s].or(side.waiting().row(s));
        if (!everyone) {
          BitSet needed = waiting.needed(instance, s, side.other());
          inside[s].and(needed);
          var outside = (BitSet) side.still().row(s).clone();
          outside.andNot(needed);
          free.set(s, !outside.isEmpty());
        }
      }
      all.add(new Arc(side.other(), one(new Relation(inside)), one(free)));
    }
    return all;
  }

  @SuppressWarnings("unchecked")
  private <T> T one(T thing) {
    return (T) shared.computeIfAbsent(thing, t -> t);
  }

  /// What is taken away in a round is so because of what was taken away in the rounds before.
  private void run() {
    List<Integer> open = IntStream.range(0, left.length).boxed().toList();
    while (!open.isEmpty()) {
      List<Taken> round = new ArrayList<>();
      open.forEach(i -> revise(i, round));
      var next = new TreeSet<Integer>();
      for (Taken one : round) {
        log.taken(one.instance(), one.state(), one.by());
        left[one.instance()].clear(one.state());
        arcs.get(one.instance()).forEach(a -> next.add(a.other()));
        next.addAll(Objects.requireNonNullElse(watchers.remove(one.instance()), Set.of()));
      }
      taken += round.size();
      open = List.copyOf(next);
    }
  }

  private record Taken(int instance, int state, int by) {}

  private void revise(int instance, List<Taken> round) {
    effort.spend(1 + arcs.get(instance).size());
    for (int s = left[instance].nextSetBit(0); s >= 0; s = left[instance].nextSetBit(s + 1)) {
      int by = notExplainedBy(instance, s);
      if (by != NOBODY) {
        round.add(new Taken(instance, s, by));
      }
    }
  }

  private int notExplainedBy(int instance, int state) {
    for (Arc arc : arcs.get(instance)) {
      if (!arc.free().get(state) && !arc.inside().row(state).intersects(left[arc.other()])) {
        return arc.other();
      }
    }
    if (everyone) {
      return NOBODY;
    }
    List<Need> needs = waiting.standing(instance, state).needs();
    for (int i = 0; i < needs.size(); i++) {
      if (needs.get(i).all() && !isWithheld(instance, state, i)) {
        return -1 - i;
      }
    }
    return NOBODY;
  }

  /// A need of a local state.
  private record Watch(int instance, int state, int need) {}

  /// Reports whether somebody whose help is needed may be stuck. Whoever is found is looked at first the next
  /// time, which is when a local state of it has been taken away: who cannot withhold something never can again.
  private boolean isWithheld(int instance, int state, int need) {
    List<Supporter> supporters = waiting.standing(instance, state).needs().get(need).supporters();
    var watch = new Watch(instance, state, need);
    for (int i = witnesses.getOrDefault(watch, 0); i < supporters.size(); i++) {
      effort.spend(1);
      int other = supporters.get(i).instance();
      if (other == instance ? supporters.get(i).atom().holds(state)
          : !withholding(instance, state, supporters.get(i)).isEmpty()) {
        witnesses.put(watch, i);
        watchers.computeIfAbsent(other, _ -> new HashSet<>()).add(instance);
        return true;
      }
    }
    return false;
  }

  private BitSet withholding(int instance, int state, Supporter supporter) {
    BitSet by = waiting.states(supporter);
    by.and(left[supporter.instance()]);
    Neighbors.Side side = neighbors.find(instance, supporter.instance());
    if (side != null) {
      by.and(side.waiting().row(state));
    }
    return by;
  }

  /// Returns the local states left to an instance; not to be changed.
  BitSet left(int instance) {
    return left[instance];
  }

  /// Returns the states of a neighbor that would explain why the instance is stuck in `state`.
  List<Explained> explanations(int instance, int state) {
    var all = new ArrayList<Explained>();
    for (Arc arc : arcs.get(instance)) {
      var by = (BitSet) arc.inside().row(state).clone();
      by.and(left[arc.other()]);
      if (!by.isEmpty()) {
        all.add(new Explained(arc.other(), by));
      }
    }
    for (Need need : waiting.joint(instance, state)) {
      for (Supporter supporter : need.supporters()) {
        BitSet by = withholding(instance, state, supporter);
        if (!by.isEmpty()) {
          all.add(new Explained(supporter.instance(), by));
        }
      }
    }
    return all;
  }

  /// Reports whether in this local state it is certain that some other instance must be stuck too.
  boolean leansOnAnother(int instance, int state) {
    return leansOn(instance, state) != NOBODY;
  }

  /// Returns a neighbor that must be stuck too, or `-1 - n` for a need of this number that somebody else who is
  /// stuck must withhold; [#NOBODY] if there is neither.
  int leansOn(int instance, int state) {
    for (Arc arc : arcs.get(instance)) {
      if (!arc.free().get(state)) {
        return arc.other();
      }
    }
    List<Need> needs = waiting.standing(instance, state).needs();
    for (int i = 0; i < needs.size(); i++) {
      if (needs.get(i).all() && needs.get(i).supporters().stream().noneMatch(s -> s.instance() == instance)) {
        return -1 - i;
      }
    }
    return NOBODY;
  }

  /// Returns who may explain the wait for what [#leansOn] returned.
  List<Explained> explanations(int instance, int state, int by) {
    var all = new ArrayList<Explained>();
    if (by >= 0) {
      for (Arc arc : arcs.get(instance)) {
        if (arc.other() == by) {
          var states = (BitSet) arc.inside().row(state).clone();
          states.and(left[by]);
          all.add(new Explained(by, states));
        }
      }
      return all;
    }
    for (Supporter supporter : waiting.standing(instance, state).needs().get(-1 - by).supporters()) {
      all.add(new Explained(supporter.instance(), withholding(instance, state, supporter)));
    }
    return all;
  }

  /// A neighbor and the local states in which it would be stuck too.
  record Explained(int other, BitSet states) {}

  /// Returns how many local states were taken away.
  long taken() {
    return taken;
  }
}
