package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// For each instance its neighbors and what the two can be in together.
final class Neighbors {
  private final Wiring wiring;
  private final Projection projection;
  private final List<List<Side>> sides = new ArrayList<>();
  private final Map<Relation, Relation> relations = new HashMap<>();
  private long pairs;

  Neighbors(Wiring wiring) {
    this.wiring = wiring;
    this.projection = new Projection(wiring.product());
    for (int i = 0; i < wiring.instances(); i++) {
      sides.add(new ArrayList<>());
    }
    var known = new HashSet<Long>();
    for (int i = 0; i < wiring.instances(); i++) {
      for (int j : wiring.neighbors(i)) {
        if (known.add((long) Math.min(i, j) << Integer.SIZE | Math.max(i, j))) {
          pair(i, j);
        }
      }
    }
    sides.forEach(s -> s.sort(Comparator.comparingInt(Side::other)));
  }

  /// One instance as its neighbor sees it.
  ///
  /// @param other   the neighbor
  /// @param waiting where neither moves by a step of the two
  /// @param still   where the one does not; the neighbor may
  record Side(int other, Relation waiting, Relation still) {}

  private void pair(int one, int other) {
    pairs++;
    PairSpace space = PairSpace.of(wiring, projection, one, other);
    int size = wiring.size(one);
    int otherSize = wiring.size(other);
    Facts facts = space == null ? Facts.none(size, otherSize) : Facts.of(space, size, otherSize);
    Relation both = shared(facts.waiting());
    sides.get(one).add(new Side(other, both, shared(facts.still())));
    sides.get(other).add(new Side(one, shared(both.turned(otherSize)), shared(facts.otherStill())));
  }

  /// What is known of two neighbors.
  ///
  /// @param waiting    where neither moves by a step of the two
  /// @param still      where the one does not
  /// @param otherStill where the other does not, seen from there
  record Facts(Relation waiting, Relation still, Relation otherStill) {

    /// Returns that nothing is known.
    static Facts none(int size, int otherSize) {
      return new Facts(full(size, otherSize), full(size, otherSize), full(otherSize, size));
    }

    private static Relation full(int size, int otherSize) {
      BitSet[] all = Relation.rows(size);
      for (BitSet row : all) {
        row.set(0, otherSize);
      }
      return new Relation(all);
    }

    /// Returns what the states that two neighbors can be in together say.
    static Facts of(PairSpace space, int size, int otherSize) {
      BitSet[] waiting = Relation.rows(size);
      BitSet[] still = Relation.rows(size);
      BitSet[] otherStill = Relation.rows(otherSize);
      space.reached().stream().forEach(state -> {
        int[] values = space.values(state);
        int moving = space.moving(state);
        if (moving == 0) {
          waiting[values[0]].set(values[1]);
        }
        if ((moving & 1) == 0) {
          still[values[0]].set(values[1]);
        }
        if ((moving & 2) == 0) {
          otherStill[values[1]].set(values[0]);
        }
      });
      return new Facts(new Relation(waiting), new Relation(still), new Relation(otherStill));
    }
  }

  private Relation shared(Relation relation) {
    return relations.computeIfAbsent(relation, r -> r);
  }

  /// Returns how an instance stands to all its neighbors, in order.
  List<Side> of(int instance) {
    return sides.get(instance);
  }

  /// Returns how one stands to another; null if they are no neighbors.
  Side find(int one, int other) {
    for (Side side : sides.get(one)) {
      if (side.other() == other) {
        return side;
      }
    }
    return null;
  }

  long pairs() {
    return pairs;
  }
}
