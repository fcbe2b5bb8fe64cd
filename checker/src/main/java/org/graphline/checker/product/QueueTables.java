package org.graphline.checker.product;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.graphline.checker.local.Unsupported;

/// What can be done to a line that holds letters, as tables over its contents.
final class QueueTables {
  private final List<Integer> alphabet;
  private final int capacity;
  private final Contents contents;
  private final Map<String, Table> known = new HashMap<>();

  /// @param alphabet the letters that may pass
  /// @param contents what may be on the line, if more is known than which letters and how many
  QueueTables(List<Integer> alphabet, int capacity, Optional<Set<List<Integer>>> contents, String name)
      throws Unsupported {
    this.alphabet = alphabet;
    this.capacity = capacity;
    this.contents = contents.isEmpty() ? new Contents.All(alphabet.size(), capacity, name)
        : new Contents.Some(contents.get(), alphabet);
  }

  int size() {
    return contents.size();
  }

  List<Integer> alphabet() {
    return alphabet;
  }

  /// The letters of a content, oldest first, as positions in the alphabet.
  int[] letters(int content) {
    return contents.letters(content);
  }

  /// The number of a content; -1 if the line never has it.
  int content(int[] letters) {
    return contents.number(letters);
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
    return once("full", c -> contents.length(c) < capacity ? 0 : 1);
  }

  /// The oldest letter as position in the alphabet, or -1.
  Table head() {
    return once("head", contents::head);
  }

  /// The content without the oldest letter; -1 where that cannot be.
  Table without() {
    return once("without", contents::rest);
  }

  /// The content with one letter more; -1 where that cannot be.
  Table with(int letter) {
    return once("with " + letter, c -> contents.push(c, letter));
  }

  /// 1 where one letter more may come.
  Table takes(int letter) {
    Table with = with(letter);
    return once("takes " + letter, c -> with.at(c) < 0 ? 0 : 1);
  }

  /// Where there is no room the content with one letter in place of the oldest; -1 elsewhere, and where that cannot be.
  Table replacing(int letter) {
    return once("replacing " + letter, c -> {
      int[] letters = contents.letters(c);
      return letters.length < capacity ? -1 : contents.number(replaced(letters, letter));
    });
  }

  private static int[] replaced(int[] letters, int letter) {
    int[] all = new int[letters.length];
    System.arraycopy(letters, 1, all, 0, all.length - 1);
    all[all.length - 1] = letter;
    return all;
  }

  /// 1 where a letter may come in place of the oldest.
  Table replaces(int letter) {
    Table replacing = replacing(letter);
    return once("replaces " + letter, c -> replacing.at(c) < 0 ? 0 : 1);
  }
}
