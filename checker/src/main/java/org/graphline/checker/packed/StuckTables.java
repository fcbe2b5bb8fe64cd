package org.graphline.checker.packed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;

/// What each local state says about waiting, by its row: the rows of one instance follow each other.
final class StuckTables {
  /// How many instances there are.
  final int instances;
  /// How many words a set of instances has.
  final int setWords;
  /// For each instance where its local state is, and its row for the local state 0: from the lowest bit the
  /// shift (6 bits), from 8 on the width (5 bits), from 16 on the word (16 bits), from 32 on the row.
  private final long[] places;
  /// Whether the instance can be stuck there at all: it is live, and no need can always come.
  final boolean[] canBeStuck;
  final boolean[] rests;
  /// The set of those any of whom, if not stuck, could let the instance go on, whatever the state; everyone,
  /// if the instance cannot be stuck at all.
  final long[] givers;
  /// What else could; `null` if nothing, or if the instance cannot be stuck at all.
  final OpenNeed[][] open;

  StuckTables(Product product, Packing packing) {
    this.instances = product.instances();
    this.setWords = Math.max(1, (instances + Long.SIZE - 1) / Long.SIZE);
    this.places = new long[instances];
    int rows = 0;
    for (int i = 0; i < instances; i++) {
      int width = Integer.bitCount(packing.highest(i));
      places[i] = (long) rows << 32 | (long) packing.word(i) << 16 | width << 8 | packing.shift(i);
      rows += product.standings().get(i).size();
    }
    this.canBeStuck = new boolean[rows];
    this.rests = new boolean[rows];
    this.givers = new long[rows * setWords];
    this.open = new OpenNeed[rows][];
    for (int i = 0; i < instances; i++) {
      Map<Standing, Integer> filled = new IdentityHashMap<>();
      List<Standing> standings = product.standings().get(i);
      for (int s = 0; s < standings.size(); s++) {
        int row = first(i) + s;
        Integer same = filled.putIfAbsent(standings.get(s), row);
        if (same == null) {
          fill(row, standings.get(s), packing);
        } else {
          copy(same, row);
        }
      }
    }
  }

  private void copy(int from, int to) {
    rests[to] = rests[from];
    canBeStuck[to] = canBeStuck[from];
    System.arraycopy(givers, from * setWords, givers, to * setWords, setWords);
    open[to] = open[from];
  }

  private int first(int instance) {
    return (int) (places[instance] >>> 32);
  }

  /// Returns the row of an instance in the state at `states[at]`.
  int row(int instance, long[] states, int at) {
    long place = places[instance];
    long word = states[at + ((int) (place >>> 16) & 0xFFFF)];
    int local = (int) (word >>> place) & (1 << (int) (place >>> 8)) - 1;
    return (int) (place >>> 32) + local;
  }

  private void fill(int row, Standing standing, Packing packing) {
    rests[row] = standing.rests();
    canBeStuck[row] = standing.isLive() && standing.needs().stream().noneMatch(StuckTables::canAlwaysCome);
    if (!canBeStuck[row]) {
      // Whoever is not stuck will do; if all others are, it is looked at.
      Arrays.fill(givers, row * setWords, (row + 1) * setWords, -1);
      return;
    }
    var left = new ArrayList<OpenNeed>();
    for (Standing.Need need : standing.needs()) {
      if (isPlain(need)) {
        need.supporters().forEach(s -> {
          if (s.atom().table().isAlwaysTrue()) {
            givers[row * setWords + s.instance() / Long.SIZE] |= 1L << s.instance();
          }
        });
      } else {
        left.add(new OpenNeed(need, packing));
      }
    }
    open[row] = left.isEmpty() ? null : left.toArray(OpenNeed[]::new);
  }

  private static boolean canAlwaysCome(Standing.Need need) {
    return need.environment().stream().anyMatch(a -> a.table().isAlwaysTrue())
        || need.all() && need.supporters().stream().allMatch(s -> s.atom().table().isNeverTrue());
  }

  /// Whether who could give what is needed does not depend on the state. One giver is as good as all.
  private static boolean isPlain(Standing.Need need) {
    return (!need.all() || need.supporters().size() == 1)
        && need.environment().stream().allMatch(a -> a.table().isNeverTrue())
        && need.supporters().stream().map(Standing.Supporter::atom)
            .allMatch(a -> a.table().isAlwaysTrue() || a.table().isNeverTrue());
  }

  /// Reports whether something could let the instance go on whose row is `row` although those of `stuck` are
  /// stuck.
  boolean canGoOn(int row, long[] states, int at, long[] stuck) {
    for (int i = 0; i < setWords; i++) {
      if ((givers[row * setWords + i] & ~stuck[i]) != 0) {
        return true;
      }
    }
    return !canBeStuck[row] || open[row] != null && canComeToo(row, states, at, stuck);
  }

  private boolean canComeToo(int row, long[] states, int at, long[] stuck) {
    for (OpenNeed need : open[row]) {
      if (need.canCome(states, at, stuck)) {
        return true;
      }
    }
    return false;
  }
}
