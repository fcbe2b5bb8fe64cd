package org.graphline.checker.product;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.graphline.checker.local.Unsupported;

/// The contents of a line that holds letters, numbered: first the empty line, then all of one letter, and so on; among
/// those of one length the oldest letter counts most.
final class QueueTables {
  private static final int MOST = 1 << 18;

  private final List<Integer> alphabet;
  private final int capacity;
  private final int[] offsets;
  private final int[] powers;
  private final Map<String, Table> known = new HashMap<>();

  /// @param alphabet the letters that may pass
  QueueTables(List<Integer> alphabet, int capacity, String name) throws Unsupported {
    this.alphabet = alphabet;
    this.capacity = capacity;
    this.offsets = new int[capacity + 2];
    this.powers = new int[capacity + 1];
    long power = 1;
    long total = 0;
    for (int length = 0; length <= capacity; length++) {
      offsets[length] = (int) total;
      powers[length] = (int) power;
      total += power;
      power *= alphabet.size();
      if (total + power > MOST && length < capacity || total > MOST) {
        throw new Unsupported("line " + name + " can hold more than " + MOST + " different contents");
      }
    }
    offsets[capacity + 1] = (int) total;
  }

  int size() {
    return offsets[capacity + 1];
  }

  List<Integer> alphabet() {
    return alphabet;
  }

  /// The letters of a content, oldest first, as positions in the alphabet.
  int[] letters(int content) {
    int length = length(content);
    int[] all = new int[length];
    int rest = content - offsets[length];
    for (int i = length - 1; i >= 0; i--) {
      all[i] = rest % alphabet.size();
      rest /= alphabet.size();
    }
    return all;
  }

  /// The number of a content.
  int content(int[] letters) {
    int number = 0;
    for (int letter : letters) {
      number = number * alphabet.size() + letter;
    }
    return offsets[letters.length] + number;
  }

  private int length(int content) {
    int length = 0;
    while (content >= offsets[length + 1]) {
      length++;
    }
    return length;
  }

  /// Tables are asked for again and again; each is worked out once.
  private Table once(String name, IntUnaryOperator value) {
    return known.computeIfAbsent(name, _ -> {
      int[] all = new int[size()];
      for (int content = 0; content < all.length; content++) {
        all[content] = value.applyAsInt(content);
      }
      return new Table(all);
    });
  }

  /// 1 where there are letters.
  Table some() {
    return once("some", c -> c == 0 ? 0 : 1);
  }

  /// 1 where there is no room.
  Table full() {
    return once("full", c -> c < offsets[capacity] ? 0 : 1);
  }

  /// The oldest letter as position in the alphabet, or -1.
  Table head() {
    return once("head", this::head);
  }

  private int head(int content) {
    int length = length(content);
    return length == 0 ? -1 : (content - offsets[length]) / powers[length - 1];
  }

  /// The content without the oldest letter; -1 for the empty one.
  Table without() {
    return once("without", this::rest);
  }

  private int rest(int content) {
    int length = length(content);
    return length == 0 ? -1 : offsets[length - 1] + (content - offsets[length]) % powers[length - 1];
  }

  /// The content with one letter more; -1 where there is no room.
  Table with(int letter) {
    return once("with " + letter, c -> push(c, letter));
  }

  private int push(int content, int letter) {
    int length = length(content);
    return length == capacity ? -1 : offsets[length + 1] + (content - offsets[length]) * alphabet.size() + letter;
  }

  /// Where there is no room the content with one letter in place of the oldest; -1 elsewhere.
  Table replacing(int letter) {
    return once("replacing " + letter, c -> length(c) == capacity ? push(rest(c), letter) : -1);
  }
}
