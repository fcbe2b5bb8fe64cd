package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The spaces of all pairs of neighbors, kept: what any two can be in together.
final class Together {
  /// More states of all pairs are not kept.
  private static final long MOST = 1 << 18;

  private final List<PairSpace> spaces = new ArrayList<>();
  private final Map<Long, Relation> relations = new HashMap<>();
  private final Map<Integer, BitSet> reached = new HashMap<>();

  private Together() {}

  /// Returns them, or nothing if there are too many states.
  static Optional<Together> of(Wiring wiring) {
    var together = new Together();
    var projection = new Projection(wiring.product());
    var known = new HashSet<Long>();
    long states = 0;
    for (int i = 0; i < wiring.instances(); i++) {
      for (int j : wiring.neighbors(i)) {
        int one = Math.min(i, j);
        int other = Math.max(i, j);
        PairSpace space = known.add(key(one, other)) ? PairSpace.of(wiring, projection, one, other) : null;
        if (space != null) {
          states += space.reached().cardinality();
          if (states > MOST) {
            return Optional.empty();
          }
          together.add(space, wiring.size(one));
        }
      }
    }
    return Optional.of(together);
  }

  private void add(PairSpace space, int size) {
    spaces.add(space);
    int[] fields = space.fields();
    List<BitSet> seen = new ArrayList<>();
    for (int ignored : fields) {
      seen.add(new BitSet());
    }
    BitSet[] rows = Relation.rows(size);
    space.reached().stream().forEach(state -> {
      int[] values = space.values(state);
      rows[values[0]].set(values[1]);
      for (int i = 0; i < values.length; i++) {
        seen.get(i).set(values[i]);
      }
    });
    relations.put(key(fields[0], fields[1]), new Relation(rows));
    for (int i = 0; i < fields.length; i++) {
      reached.merge(fields[i], seen.get(i), (one, other) -> {
        var both = (BitSet) one.clone();
        both.and(other);
        return both;
      });
    }
  }

  private static long key(int one, int other) {
    return (long) one << Integer.SIZE | other;
  }

  /// Returns the spaces that are known; pairs that were too large have none.
  List<PairSpace> spaces() {
    return spaces;
  }

  /// Reports whether the field may have the value, as far as pairs can tell.
  boolean isReached(int field, int value) {
    BitSet values = reached.get(field);
    return values == null || values.get(value);
  }

  /// Reports whether the fields, in ascending order, may have these values together.
  boolean areReached(int[] fields, int[] values) {
    for (int i = 0; i < fields.length; i++) {
      for (int j = i + 1; j < fields.length; j++) {
        Relation relation = relations.get(key(fields[i], fields[j]));
        if (relation != null && !relation.has(values[i], values[j])) {
          return false;
        }
      }
    }
    return true;
  }
}
