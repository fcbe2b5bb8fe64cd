package org.graphline.checker.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.graphline.checker.certificate.Runs.Sum;
import org.graphline.checker.certificate.Runs.Weight;
import org.graphline.checker.certificate.Way.Changes;

/// Makes the numbers of a sum as small as they can be, each for itself, such that no step raises it and
/// those that lowered it still do: there is none that could be another one alone. Where a value is left and
/// come back to, the least number is 0, as is the number of a value that is never left; and no number
/// divides all of them.
final class LeastNumbers {
  private final Recurrence recurrence;
  private final long[][] numbers;
  private final List<Integer> lowered;

  private LeastNumbers(Recurrence recurrence, long[][] numbers) {
    this.recurrence = recurrence;
    this.numbers = numbers;
    this.lowered = recurrence.lowered(numbers);
  }

  /// Returns the sum with the least numbers. Whatever is wrong with the numbers stays so.
  static Sum of(Recurrence recurrence, List<Weight> weights) throws Refused {
    var least = new LeastNumbers(recurrence, recurrence.numbers(weights));
    for (int f = 0; f < least.numbers.length; f++) {
      if (least.numbers[f] != null) {
        least.shift(f);
      }
    }
    while (least.divide() | least.lower()) { }
    return new Sum(least.weights(), recurrence.lowered(least.numbers));
  }

  private List<Weight> weights() {
    var weights = new ArrayList<Weight>();
    for (int f = 0; f < numbers.length; f++) {
      for (int v = 0; numbers[f] != null && v < numbers[f].length; v++) {
        if (numbers[f][v] > 0) {
          weights.add(new Weight(f, v, (int) numbers[f][v]));
        }
      }
    }
    return weights;
  }

  private void shift(int field) {
    var live = new BitSet();
    recurrence.changes(field).forEach(c -> recurrence.left(c).forEach(i -> {
      live.set(c.from()[i]);
      live.set(c.to()[i]);
    }));
    int[] part = recurrence.parts(field);
    long[] least = new long[part.length];
    Arrays.fill(least, Long.MAX_VALUE);
    live.stream().forEach(v -> least[part[v]] = Math.min(least[part[v]], numbers[field][v]));
    Arrays.setAll(numbers[field], v -> live.get(v) ? numbers[field][v] - least[part[v]] : 0);
  }

  private boolean divide() {
    long divisor = Arrays.stream(numbers).filter(n -> n != null).flatMapToLong(LongStream::of)
        .reduce(0, LeastNumbers::divisor);
    for (long[] of : numbers) {
      for (int v = 0; of != null && divisor > 1 && v < of.length; v++) {
        of[v] /= divisor;
      }
    }
    return divisor > 1;
  }

  private static long divisor(long one, long other) {
    return other == 0 ? one : divisor(other, one % other);
  }

  private boolean lower() {
    boolean isLower = false;
    for (int f = 0; f < numbers.length; f++) {
      if (numbers[f] != null) {
        isLower |= lower(f);
      }
    }
    return isLower;
  }

  /// Lowers the numbers of a field, one after the other, as far as all others let it.
  private boolean lower(int field) {
    List<Changes> changes = new ArrayList<>();
    List<Long> falls = new ArrayList<>();
    for (int w : recurrence.changing(field)) {
      long others = recurrence.way(w).changes().stream().filter(c -> c.field() != field)
          .mapToLong(c -> recurrence.most(c, numbers)).sum();
      recurrence.way(w).changes().stream().filter(c -> c.field() == field).forEach(changes::add);
      falls.add(others + (lowered.contains(w) ? 1 : 0));
    }
    boolean isLower = false;
    for (int value = 0; value < numbers[field].length; value++) {
      long least = numbers[field][value] == 0 ? 0 : least(field, value, changes, falls);
      isLower |= least < numbers[field][value];
      numbers[field][value] = Math.min(numbers[field][value], least);
    }
    return isLower;
  }

  /// @param falls by how much each of the changes must lower the number at least
  private long least(int field, int value, List<Changes> changes, List<Long> falls) {
    return IntStream.range(0, changes.size()).mapToLong(c -> {
      int[] from = changes.get(c).from();
      int[] to = changes.get(c).to();
      return recurrence.left(changes.get(c)).filter(i -> from[i] == value && to[i] != value)
          .mapToLong(i -> numbers[field][to[i]] + falls.get(c)).max().orElse(0);
    }).reduce(0, Math::max);
  }
}
