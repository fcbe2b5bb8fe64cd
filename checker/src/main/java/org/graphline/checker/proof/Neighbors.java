package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.BitSet;
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
    if (space == null) {
      Relation all = all(wiring.size(one), wiring.size(other));
      Relation turned = all(wiring.size(other), wiring.size(one));
      sides.get(one).add(new Side(other, all, all));
      sides.get(other).add(new Side(one, turned, turned));
      return;
    }
    BitSet[] waiting = Relation.rows(wiring.size(one));
    BitSet[] still = Relation.rows(wiring.size(one));
    BitSet[] otherStill = Relation.rows(wiring.size(other));
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
    Relation both = shared(new Relation(waiting));
    sides.get(one).add(new Side(other, both, shared(new Relation(still))));
    sides.get(other).add(new Side(one, shared(both.turned(wiring.size(other))), shared(new Relation(otherStill))));
  }

  private Relation shared(Relation relation) {
    return relations.computeIfAbsent(relation, r -> r);
  }

  private Relation all(int rows, int columns) {
    BitSet[] all = Relation.rows(rows);
    for (BitSet row : all) {
      row.set(0, columns);
    }
    return shared(new Relation(all));
  }

  /// Returns how an instance stands to all its neighbors.
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
