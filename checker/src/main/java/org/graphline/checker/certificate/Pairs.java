package org.graphline.checker.certificate;

import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a certificate says two neighbors can be in together, once it has been looked at.
final class Pairs {
  private final Map<Long, Pair> pairs = new HashMap<>();
  private final Map<Integer, SortedSet<Integer>> neighbors = new HashMap<>();
  private final Map<Integer, BitSet> seen = new HashMap<>();

  /// @throws Refused if some set is not what can be reached, or not everything is in its order
  Pairs(Certificate certificate, Steps steps) throws Refused {
    Set<IntBuffer> sets = new HashSet<>();
    for (int[] set : certificate.sets()) {
      if (!sets.add(IntBuffer.wrap(set))) {
        throw new Refused("a set is there twice");
      }
    }
    int used = 0;
    long before = -1;
    for (Certificate.Pair pair : certificate.pairs()) {
      int[] fields = pair.fields();
      if (fields.length < 2 || fields[0] < 0 || fields[0] >= fields[1] || fields[1] >= steps.product().instances()
          || !Arrays.equals(fields, steps.pair(fields[0], fields[1]))) {
        throw new Refused("a pair is two instances and what lies between them, not " + Arrays.toString(fields));
      }
      if (pair.set() < 0 || pair.set() > used || pair.set() >= sets.size()) {
        throw new Refused("there is no set " + pair.set() + ", or not yet");
      }
      used = Math.max(used, pair.set() + 1);
      long key = key(fields[0], fields[1]);
      if (key <= before) {
        throw new Refused("the pairs are not in order: " + Arrays.toString(fields));
      }
      before = key;
      var known = new Pair(fields, certificate.sets().get(pair.set()), steps);
      known.explore();
      pairs.put(key, known);
      for (int i = 0; i < fields.length; i++) {
        var values = new BitSet();
        for (int[] state : known.values) {
          values.set(state[i]);
        }
        seen.merge(fields[i], values, (one, other) -> {
          one.and(other);
          return one;
        });
      }
      neighbors.computeIfAbsent(fields[0], _ -> new TreeSet<>()).add(fields[1]);
      neighbors.computeIfAbsent(fields[1], _ -> new TreeSet<>()).add(fields[0]);
    }
    if (used < sets.size()) {
      throw new Refused("no pair is in the set " + used);
    }
  }

  private static long key(int one, int other) {
    return (long) one << Integer.SIZE | other;
  }

  /// Returns the two as `one` sees them; null if nothing is known of them together.
  Sight see(int one, int other) {
    Pair pair = pairs.get(key(one, other));
    if (pair != null) {
      return new Sight(pair, 0);
    }
    pair = pairs.get(key(other, one));
    return pair == null ? null : new Sight(pair, 1);
  }

  /// Returns those of whom something is known together with the instance, in order.
  SortedSet<Integer> of(int instance) {
    return neighbors.getOrDefault(instance, Collections.emptySortedSet());
  }

  /// Reports whether the values of the fields may be there together, as far as pairs can tell.
  boolean mayMeet(int[] fields, int[] values) {
    for (int i = 0; i < fields.length; i++) {
      int value = values[i];
      BitSet those = seen.get(fields[i]);
      if (those != null && !those.get(value)) {
        return false;
      }
      for (int j = 0; j < fields.length; j++) {
        Sight sight = i == j ? null : see(fields[i], fields[j]);
        int other = values[j];
        if (sight != null && Arrays.stream(sight.positions(value)).noneMatch(p -> sight.other(p) == other)) {
          return false;
        }
      }
    }
    return true;
  }

  /// Reports whether the proof needs the pair.
  boolean isMarked(Certificate.Pair pair) {
    return pairs.get(key(pair.fields()[0], pair.fields()[1])).marked;
  }

  /// A pair as one of the two sees it.
  record Sight(Pair pair, int self) {

    /// Says that the proof needs the pair.
    void mark() {
      pair.marked = true;
    }

    /// Returns where in the set the one is in `state`.
    int[] positions(int state) {
      return pair.at(self, state);
    }

    /// The local state of the other.
    int other(int position) {
      return pair.values[position][1 - self];
    }

    /// Reports whether a step of the two alone surely moves the one.
    boolean movesSelf(int position) {
      return (pair.moved(position) >> self & 1) != 0;
    }

    /// Reports whether a step of the two alone surely moves the other.
    boolean movesOther(int position) {
      return (pair.moved(position) >> 1 - self & 1) != 0;
    }
  }

  /// Two neighbors, what lies between them, and the set of states.
  static final class Pair {
    private final int[] fields;
    private final int[] states;
    private final int[][] values;
    private final int[] sizes;
    private final long[] factors;
    private final Slice slice;
    private final byte[] moved;
    private final int start;
    private boolean marked;
    private final int[][][] positions = new int[2][][];

    Pair(int[] fields, int[] states, Steps steps) throws Refused {
      this.fields = fields;
      this.states = states;
      this.slice = new Slice(steps, fields);
      this.sizes = Arrays.stream(fields).map(f -> steps.product().fields().get(f).size()).toArray();
      this.factors = factors();
      this.values = new int[states.length][];
      this.moved = new byte[states.length];
      Arrays.fill(moved, (byte) -1);
      for (int i = 0; i < states.length; i++) {
        if (states[i] < 0 || states[i] >= factors[sizes.length] || i > 0 && states[i] <= states[i - 1]) {
          throw new Refused("the states of a pair are not in order, or not there: " + states[i]);
        }
        values[i] = decode(states[i]);
      }
      this.start = position(Arrays.stream(fields).map(f -> steps.product().initial().get(f)).toArray());
    }

    private long[] factors() throws Refused {
      var all = new long[sizes.length + 1];
      all[0] = 1;
      for (int i = 0; i < sizes.length; i++) {
        all[i + 1] = all[i] * sizes[i];
        if (all[i + 1] > Integer.MAX_VALUE) {
          throw new Refused("a pair has more states than there are numbers");
        }
      }
      return all;
    }

    private int[] decode(int state) {
      var decoded = new int[sizes.length];
      for (int i = 0; i < sizes.length; i++) {
        decoded[i] = (int) (state / factors[i] % sizes[i]);
      }
      return decoded;
    }

    /// Returns the position of a state in the set, negative if it is not there.
    private int position(int[] state) {
      long number = 0;
      for (int i = 0; i < sizes.length; i++) {
        number += state[i] * factors[i];
      }
      return Arrays.binarySearch(states, (int) number);
    }

    /// Looks at each state that can be reached, which must be the whole set.
    private void explore() throws Refused {
      if (start < 0) {
        throw new Refused("the initial state is not in the set of the pair " + Arrays.toString(fields));
      }
      var reached = new BitSet();
      var open = new ArrayDeque<>(List.of(start));
      reached.set(start);
      var left = new ArrayList<int[]>();
      while (!open.isEmpty()) {
        int[] state = values[open.poll()];
        slice.after(state, next -> {
          int position = position(next);
          if (position < 0) {
            left.add(next);
          } else if (!reached.get(position)) {
            reached.set(position);
            open.add(position);
          }
        });
        if (!left.isEmpty()) {
          throw new Refused("a step of the fields " + Arrays.toString(fields) + " leads from " + Arrays.toString(state)
              + " to " + Arrays.toString(left.getFirst()) + ", outside of the set");
        }
      }
      int more = reached.nextClearBit(0);
      if (more < states.length) {
        throw new Refused("no step of the fields " + Arrays.toString(fields) + " leads to "
            + Arrays.toString(values[more]) + ", in the set");
      }
    }

    /// What the numbers are after the initial state and after each step.
    interface Visitor {
      void step(int from, int to, int[] before, int[] after);
    }

    int start() {
      return start;
    }

    /// Returns the values of the fields at a place in the set; not to be changed.
    int[] values(int position) {
      return values[position];
    }

    int size() {
      return states.length;
    }

    void eachStep(Visitor visitor) {
      for (int i = 0; i < values.length; i++) {
        int from = i;
        slice.after(values[i], next -> visitor.step(from, position(next), values[from], next));
      }
    }

    private int moved(int position) {
      if (moved[position] < 0) {
        moved[position] = (byte) ((slice.isMoved(fields[0], values[position], true) ? 1 : 0)
            | (slice.isMoved(fields[1], values[position], true) ? 2 : 0));
      }
      return moved[position];
    }

    private int[] at(int side, int state) {
      if (positions[side] == null) {
        var lists = new ArrayList<List<Integer>>();
        for (int i = 0; i < sizes[side]; i++) {
          lists.add(new ArrayList<>());
        }
        for (int i = 0; i < values.length; i++) {
          lists.get(values[i][side]).add(i);
        }
        positions[side] = lists.stream().map(l -> l.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
      }
      return positions[side][state];
    }
  }
}
