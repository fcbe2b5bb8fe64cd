package org.graphline.checker.certificate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.graphline.checker.certificate.Runs.Change;
import org.graphline.checker.certificate.Runs.Local;
import org.graphline.checker.certificate.Runs.Sum;
import org.graphline.checker.certificate.Runs.Value;
import org.graphline.checker.certificate.Runs.Weight;
import org.graphline.checker.certificate.Way.Changes;
import org.graphline.checker.product.Product;

/// What a fair run could do again and again, as far as nothing has been taken away that it could not.
/// Nothing is taken away but what is shown to be wrong here.
final class Recurrence {
  /// No number is greater, so that no sum overflows.
  static final int MOST = 1 << 20;

  private final Product product;
  private final List<Way> ways;
  private final BitSet left = new BitSet();
  private final Debts debts;
  /// For each field the ways that change it.
  private final List<List<Integer>> changing = new ArrayList<>();
  /// For each field the changes that are taken away, and the values.
  private final List<Set<Long>> gone = new ArrayList<>();
  private final List<BitSet> goneValues = new ArrayList<>();
  /// The fields about which something was taken away that has not been looked at.
  private final BitSet disturbed = new BitSet();

  /// @param leftOut the ways that do not count
  Recurrence(Product product, List<Way> ways, BitSet leftOut) {
    this.product = product;
    this.ways = ways;
    this.debts = new Debts(product, ways);
    product.fields().forEach(_ -> {
      changing.add(new ArrayList<>());
      gone.add(new HashSet<>());
      goneValues.add(new BitSet());
    });
    for (int w = 0; w < ways.size(); w++) {
      for (Changes changes : ways.get(w).changes()) {
        changing.get(changes.field()).add(w);
      }
      left.set(w, !leftOut.get(w) && ways.get(w).changes().stream().allMatch(c -> c.from().length > 0));
    }
    disturbed.set(0, product.fields().size());
  }

  /// Reports whether nothing is left, or no value of some field.
  boolean isOver() {
    return left.isEmpty()
        || IntStream.range(0, goneValues.size()).anyMatch(f -> goneValues.get(f).cardinality() == size(f));
  }

  int size(int field) {
    return product.fields().get(field).size();
  }

  /// Returns the numbers of the ways that are left and change the field.
  List<Integer> changing(int field) {
    return changing.get(field).stream().filter(left::get).toList();
  }

  Way way(int number) {
    return ways.get(number);
  }

  /// Returns what may become of the field, for each way that is left.
  List<Changes> changes(int field) {
    return changing(field).stream().flatMap(w -> way(w).changes().stream()).filter(c -> c.field() == field).toList();
  }

  /// Returns the positions of the changes that are left.
  IntStream left(Changes changes) {
    Set<Long> goneChanges = gone.get(changes.field());
    BitSet values = goneValues.get(changes.field());
    return IntStream.range(0, changes.from().length).filter(i -> !values.get(changes.from()[i])
        && !values.get(changes.to()[i]) && !goneChanges.contains(key(changes.from()[i], changes.to()[i])));
  }

  private static long key(int from, int to) {
    return (long) from << Integer.SIZE | to;
  }

  /// Returns the changes of a field that are left, as numbers in ascending order.
  private long[] left(int field) {
    return changes(field).stream().flatMapToLong(c -> left(c).mapToLong(i -> key(c.from()[i], c.to()[i]))).sorted()
        .distinct().toArray();
  }

  /// Returns for each value of the field the part of those from which it is left and come back to.
  int[] parts(int field) {
    return parts(field, left(field));
  }

  private int[] parts(int field, long[] changes) {
    return Parts.of(size(field), LongStream.of(changes)
        .flatMap(c -> LongStream.of(c >> Integer.SIZE, c & 0xffff_ffffL)).mapToInt(Math::toIntExact).toArray());
  }

  /// Returns all that can be taken away because of what is left. It must be taken away then.
  Local local() {
    var changes = new ArrayList<Change>();
    var values = new ArrayList<Value>();
    for (int f = disturbed.nextSetBit(0); f >= 0; f = disturbed.nextSetBit(f + 1)) {
      int field = f;
      long[] all = left(field);
      int[] part = parts(field, all);
      for (long change : all) {
        if (part[(int) (change >> Integer.SIZE)] != part[(int) change]) {
          changes.add(new Change(field, (int) (change >> Integer.SIZE), (int) change));
        }
      }
      IntStream.range(0, size(field)).filter(v -> !goneValues.get(field).get(v) && debts.isUnpaid(field, v, left))
          .forEach(v -> values.add(new Value(field, v)));
    }
    disturbed.clear();
    return new Local(changes, values);
  }

  /// Takes changes and values away.
  ///
  /// @throws Refused if one of them may be left
  void take(Local round) throws Refused {
    Map<Integer, int[]> parts = new HashMap<>();
    Map<Integer, Set<Long>> there = new HashMap<>();
    for (Change change : round.changes()) {
      checkNamed(change.field(), change.from());
      checkNamed(change.field(), change.to());
      there.computeIfAbsent(change.field(), f -> {
        long[] all = left(f);
        parts.put(f, parts(f, all));
        return new HashSet<>(LongStream.of(all).boxed().toList());
      });
      int[] part = parts.get(change.field());
      if (!there.get(change.field()).contains(key(change.from(), change.to()))
          || part[change.from()] == part[change.to()]) {
        throw new Refused(change + " is not there, or on a cycle");
      }
    }
    for (Value value : round.values()) {
      checkNamed(value.field(), value.value());
      if (goneValues.get(value.field()).get(value.value()) || !debts.isUnpaid(value.field(), value.value(), left)) {
        throw new Refused("what is owed at " + value + " may happen, or that is known");
      }
    }
    round.changes().forEach(c -> gone.get(c.field()).add(key(c.from(), c.to())));
    round.values().forEach(v -> goneValues.get(v.field()).set(v.value()));
    IntStream.concat(round.changes().stream().mapToInt(Change::field), round.values().stream().mapToInt(Value::field))
        .distinct().forEach(this::prune);
  }

  private void checkNamed(int field, int value) throws Refused {
    if (field < 0 || field >= product.fields().size() || value < 0 || value >= size(field)) {
      throw new Refused("there is no value " + value + " of field " + field);
    }
  }

  /// Takes away the ways that have no change of the field left, or are led by a value that is taken away.
  private void prune(int field) {
    disturbed.set(field);
    for (int w : changing.get(field)) {
      if (ways.get(w).changes().stream().anyMatch(c -> c.field() == field && left(c).findAny().isEmpty())) {
        end(w);
      }
    }
    goneValues.get(field).stream().forEach(v -> debts.ledBy(field, v).forEach(this::end));
  }

  private void end(int way) {
    if (left.get(way)) {
      left.clear(way);
      ways.get(way).changes().forEach(c -> disturbed.set(c.field()));
      if (ways.get(way).lead() >= 0) {
        disturbed.set(ways.get(way).lead());
      }
    }
  }

  /// Takes away the ways that lower a sum.
  ///
  /// @throws Refused if some way that is left may raise it, or those that lower it are others
  void take(Sum round) throws Refused {
    long[][] numbers = numbers(round.weights());
    for (int w = left.nextSetBit(0); w >= 0; w = left.nextSetBit(w + 1)) {
      if (most(ways.get(w), numbers) > 0) {
        throw new Refused("the sum may be raised by the way " + w);
      }
    }
    if (round.lowered().isEmpty() || !round.lowered().equals(lowered(numbers))) {
      throw new Refused("others lower the sum, or nobody does");
    }
    round.lowered().forEach(this::end);
  }

  /// Returns the numbers of the values, by field; null where all are 0.
  long[][] numbers(List<Weight> weights) throws Refused {
    var numbers = new long[product.fields().size()][];
    for (Weight weight : weights) {
      checkNamed(weight.field(), weight.value());
      if (weight.number() <= 0 || weight.number() > MOST) {
        throw new Refused("a number is not from 1 to " + MOST);
      }
      if (numbers[weight.field()] == null) {
        numbers[weight.field()] = new long[size(weight.field())];
      }
      numbers[weight.field()][weight.value()] = weight.number();
    }
    return numbers;
  }

  /// Returns the ways that lower the sum of these numbers, in ascending order.
  List<Integer> lowered(long[][] numbers) {
    return left.stream().filter(w -> most(ways.get(w), numbers) < 0).boxed().toList();
  }

  private long most(Way way, long[][] numbers) {
    return way.changes().stream().mapToLong(c -> most(c, numbers)).sum();
  }

  /// Returns the most by which one of the changes that are left raises the number of its field.
  long most(Changes changes, long[][] numbers) {
    long[] of = numbers[changes.field()];
    return of == null ? 0
        : left(changes).mapToLong(i -> of[changes.to()[i]] - of[changes.from()[i]]).max().orElseThrow();
  }
}
