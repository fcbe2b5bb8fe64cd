package org.graphline.checker.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.graphline.checker.certificate.Steps.Step;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Update;

/// Looks at what no step changes: sums of weights of values, and sets of values of which one is always had.
/// Closing time counts as a step for each field by itself, which allows more.
final class Conserved {
  private static final long MOST_WAYS = 1 << 14;

  private final Steps steps;
  private final Product product;
  private final Pairs pairs;
  private final int[] first;
  private final List<long[]> invariants = new ArrayList<>();
  private final List<BitSet> traps = new ArrayList<>();
  private final BitSet concerned = new BitSet();

  /// @param first for each field the number of its first value among all values
  Conserved(Steps steps, Pairs pairs, int[] first) {
    this.steps = steps;
    this.product = steps.product();
    this.pairs = pairs;
    this.first = first;
  }

  /// Returns the weights of all values.
  long[] invariant(int[] triples) throws Refused {
    var weights = new long[first[first.length - 1]];
    int before = -1;
    if (triples.length == 0 || triples.length % 3 != 0) {
      throw new Refused("an invariant has a field, a value and a weight each");
    }
    for (int i = 0; i < triples.length; i += 3) {
      int place = place(triples[i], triples[i + 1]);
      if (place <= before || triples[i + 2] == 0 || product.initial().get(triples[i]) == triples[i + 1]) {
        throw new Refused("an invariant has no weight at the start, none that is 0, and is in order");
      }
      before = place;
      weights[place] = triples[i + 2];
      concerned.set(triples[i]);
    }
    invariants.add(weights);
    return weights;
  }

  /// Returns the numbers of the values of a trap.
  BitSet trap(int[] pairs) throws Refused {
    var trap = new BitSet();
    if (pairs.length % 2 != 0) {
      throw new Refused("a trap has a field and a value each");
    }
    for (int i = 0; i < pairs.length; i += 2) {
      int place = place(pairs[i], pairs[i + 1]);
      if (place < trap.length()) {
        throw new Refused("a trap is not in order");
      }
      trap.set(place);
      concerned.set(pairs[i]);
    }
    if (IntStream.range(0, first.length - 1).noneMatch(f -> trap.get(first[f] + product.initial().get(f)))) {
      throw new Refused("a trap is empty at the start");
    }
    traps.add(trap);
    return trap;
  }

  private int place(int field, int value) throws Refused {
    if (field < 0 || field >= first.length - 1 || value < 0 || value >= first[field + 1] - first[field]) {
      throw new Refused("there is no value " + value + " of field " + field);
    }
    return first[field] + value;
  }

  /// @throws Refused if some step changes a sum, or empties a trap
  void check() throws Refused {
    for (Step step : steps.all()) {
      int[] fields = step.updates().stream().flatMap(u -> u instanceof Update.Via via
          ? Stream.of(via.field(), via.source()) : Stream.of(u.field()))
          .mapToInt(Integer::intValue).distinct().sorted().toArray();
      if (Arrays.stream(fields).anyMatch(concerned::get)) {
        check(step, fields);
      }
    }
  }

  private void check(Step step, int[] fields) throws Refused {
    var values = new ArrayList<int[]>();
    long ways = 1;
    for (int field : fields) {
      var alone = new Slice(steps, field);
      int[] those = IntStream.range(0, product.fields().get(field).size())
          .filter(v -> alone.mayBe(step, new int[] {v}) && pairs.mayMeet(new int[] {field}, new int[] {v})).toArray();
      values.add(those);
      ways *= those.length;
      if (ways > MOST_WAYS) {
        throw Refused.tooLarge("a step has more ways than are looked at");
      }
    }
    check(step, new Slice(steps, fields), fields, values, new int[fields.length], 0);
  }

  private void check(Step step, Slice slice, int[] fields, List<int[]> values, int[] state, int at) throws Refused {
    if (at < fields.length) {
      for (int value : values.get(at)) {
        state[at] = value;
        check(step, slice, fields, values, state, at + 1);
      }
    } else if (pairs.mayMeet(fields, state)) {
      var all = new ArrayList<int[]>();
      slice.after(step, state, all::add);
      for (int[] next : all) {
        check(fields, state, next);
      }
    }
  }

  private void check(int[] fields, int[] before, int[] after) throws Refused {
    for (long[] weights : invariants) {
      long change = 0;
      for (int i = 0; i < fields.length; i++) {
        change += weights[first[fields[i]] + after[i]] - weights[first[fields[i]] + before[i]];
      }
      if (change != 0) {
        throw new Refused("a step changes an invariant: fields " + Arrays.toString(fields) + " from "
            + Arrays.toString(before) + " to " + Arrays.toString(after));
      }
    }
    for (BitSet trap : traps) {
      boolean takes = false;
      boolean puts = false;
      for (int i = 0; i < fields.length; i++) {
        takes |= before[i] != after[i] && trap.get(first[fields[i]] + before[i]);
        puts |= before[i] != after[i] && trap.get(first[fields[i]] + after[i]);
      }
      if (takes && !puts) {
        throw new Refused("a step empties a trap: fields " + Arrays.toString(fields) + " from "
            + Arrays.toString(before) + " to " + Arrays.toString(after));
      }
    }
  }
}
