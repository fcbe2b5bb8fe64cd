package org.graphline.checker.packed;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.graphline.checker.product.Field;

/// Where each field of a product lies in the words of a packed state. No field lies in two words.
///
/// Fields keep their order as far as that costs no word: neighbors are read together.
public final class Packing {
  private static final int WORD = Long.SIZE;

  private final int[] word;
  private final int[] shift;
  private final int[] width;
  private final int words;
  private final int lastBits;

  private Packing(List<Field> fields, int[] order) {
    this.word = new int[fields.size()];
    this.shift = new int[fields.size()];
    this.width = fields.stream().mapToInt(f -> width(f.size())).toArray();
    int[] filled = new int[fields.size() + 1];
    int used = 1;
    for (int field : order) {
      int at = 0;
      // The highest bit of the first word stays free.
      while (filled[at] + width[field] > (at == 0 ? WORD - 1 : WORD)) {
        at++;
      }
      word[field] = at;
      shift[field] = filled[at];
      filled[at] += width[field];
      used = Math.max(used, at + 1);
    }
    this.words = used;
    this.lastBits = filled[used - 1];
  }

  /// Returns a packing of `fields` in few words.
  public static Packing of(List<Field> fields) {
    var ordered = new Packing(fields, IntStream.range(0, fields.size()).toArray());
    // First fit, widest first, is within a quarter of the best there is.
    var tight = new Packing(fields, IntStream.range(0, fields.size()).boxed()
        .sorted(Comparator.comparing(i -> -width(fields.get(i).size())))
        .mapToInt(Integer::intValue).toArray());
    return ordered.words <= tight.words ? ordered : tight;
  }

  private static int width(int size) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(size - 1);
  }

  /// Returns how many words a state has.
  public int words() {
    return words;
  }

  /// Returns how many bits the fields have.
  public int bits() {
    return Arrays.stream(width).sum();
  }

  /// Returns how many bits of the last word the fields have: its lowest ones.
  public int lastBits() {
    return lastBits;
  }

  /// Returns the word a field lies in.
  public int word(int field) {
    return word[field];
  }

  /// Returns the lowest of the field's bits in its word.
  public int shift(int field) {
    return shift[field];
  }

  /// Returns the highest value that fits in the field's bits.
  public int highest(int field) {
    return (int) ((1L << width[field]) - 1);
  }

  /// Returns the field's bits in its word.
  public long mask(int field) {
    return (long) highest(field) << shift[field];
  }

  /// Returns `value` at the place of the field in its word.
  public long placed(int field, int value) {
    return (long) value << shift[field];
  }

  /// Returns the value of a field of the state at `states[at]`.
  public int value(long[] states, int at, int field) {
    return (int) (states[at + word[field]] >>> shift[field]) & highest(field);
  }

  /// Gives a field of the state at `states[at]` a value.
  public void put(long[] states, int at, int field, int value) {
    int where = at + word[field];
    states[where] = states[where] & ~mask(field) | placed(field, value);
  }

  /// Writes the state in which each field has its value of `values` to `into`, from `at` on.
  public void encode(int[] values, long[] into, int at) {
    Arrays.fill(into, at, at + words, 0);
    for (int field = 0; field < word.length; field++) {
      into[at + word[field]] |= placed(field, values[field]);
    }
  }

  /// Returns the words of the state in which each field has its value of `values`.
  public long[] encode(int[] values) {
    long[] state = new long[words];
    encode(values, state, 0);
    return state;
  }

  /// Writes the values of the fields of the state at `states[at]` to `into`.
  public void decode(long[] states, int at, int[] into) {
    for (int field = 0; field < word.length; field++) {
      into[field] = value(states, at, field);
    }
  }

  /// Returns the values of the fields of the state at `states[at]`.
  public int[] decode(long[] states, int at) {
    int[] values = new int[word.length];
    decode(states, at, values);
    return values;
  }
}
