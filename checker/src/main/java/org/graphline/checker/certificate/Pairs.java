package org.graphline.checker.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphline.checker.product.Product;

/// What a certificate says two neighbors can be in together, once it has been looked at.
final class Pairs {
  private final Map<Long, Pair> pairs = new HashMap<>();
  private final Product product;

  /// @throws Refused if some set is left by a step, or the initial state is not in it
  Pairs(Certificate certificate, Steps steps) throws Refused {
    this.product = steps.product();
    for (Certificate.Pair pair : certificate.pairs()) {
      checkFields(pair.fields());
      if (pair.set() < 0 || pair.set() >= certificate.sets().size()) {
        throw new Refused("there is no set " + pair.set());
      }
      var known = new Pair(pair.fields(), certificate.sets().get(pair.set()), steps);
      known.checkClosed();
      pairs.put(key(pair.fields()[0], pair.fields()[1]), known);
    }
  }

  private void checkFields(int[] fields) throws Refused {
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < fields.length; i++) {
      if (fields[i] < 0 || fields[i] >= product.fields().size() || !seen.add(fields[i])
          || (i < 2) != (fields[i] < product.instances())) {
        throw new Refused("a pair is two instances and what lies between them, not " + Arrays.toString(fields));
      }
    }
    if (fields.length < 2) {
      throw new Refused("a pair is two instances");
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

  /// A pair as one of the two sees it.
  record Sight(Pair pair, int self) {

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

    private void checkClosed() throws Refused {
      if (start < 0) {
        throw new Refused("the initial state is not in the set of the pair " + Arrays.toString(fields));
      }
      for (int[] state : values) {
        var left = new ArrayList<int[]>();
        slice.after(state, next -> {
          if (position(next) < 0) {
            left.add(next);
          }
        });
        if (!left.isEmpty()) {
          throw new Refused("a step of the fields " + Arrays.toString(fields) + " leads from " + Arrays.toString(state)
              + " to " + Arrays.toString(left.getFirst()) + ", outside of the set");
        }
      }
    }

    /// What the numbers are after the initial state and after each step.
    interface Visitor {
      void step(int from, int to, int[] before, int[] after);
    }

    int start() {
      return start;
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
