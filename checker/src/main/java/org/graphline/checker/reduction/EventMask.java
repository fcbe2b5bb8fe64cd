package org.graphline.checker.reduction;

import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Sets of small numbers, mostly of events, as pairs of words: which 64 numbers are meant, and which of those are in the
/// set. Events near each other have numbers near each other, so most sets are a pair or two, however many events there
/// are.
final class EventMask {
  private EventMask() {}

  /// Returns the set of the same numbers.
  static long[] of(BitSet numbers) {
    long[] words = numbers.toLongArray();
    return IntStream.range(0, words.length).filter(w -> words[w] != 0).boxed()
        .flatMapToLong(w -> LongStream.of(w, words[w])).toArray();
  }

  /// Returns the set of these numbers.
  static long[] of(IntStream numbers) {
    var all = new BitSet();
    numbers.forEach(all::set);
    return of(all);
  }

  /// Returns the numbers in a set, in order.
  static int[] numbers(long[] mask) {
    var numbers = IntStream.builder();
    for (int i = 0; i < mask.length; i += 2) {
      for (long rest = mask[i + 1]; rest != 0; rest &= rest - 1) {
        numbers.add((int) mask[i] * Long.SIZE + Long.numberOfTrailingZeros(rest));
      }
    }
    return numbers.build().toArray();
  }

  /// Reports whether nothing but `number` is in a set.
  static boolean hasOnly(int number, long[] mask) {
    for (int i = 0; i < mask.length; i += 2) {
      long others = mask[i] == number / Long.SIZE ? mask[i + 1] & ~(1L << number) : mask[i + 1];
      if (others != 0) {
        return false;
      }
    }
    return true;
  }
}
