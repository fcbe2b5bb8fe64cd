package org.graphline.checker.product;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphline.checker.local.Unsupported;

/// The contents of a line that holds letters, numbered: first the empty line, then all of one letter, and so on; among
/// those of one length the oldest letter counts most. Letters are positions in the alphabet of the line.
sealed interface Contents {

  /// Returns how many there are.
  int size();

  /// Returns the letters of a content, oldest first.
  int[] letters(int content);

  /// Returns how many letters a content has.
  int length(int content);

  /// Returns the number of a content, or -1 if it is not one of these.
  int number(int[] letters);

  /// Returns the oldest letter, or -1.
  int head(int content);

  /// Returns the content without the oldest letter; -1 if there is no such content.
  int rest(int content);

  /// Returns the content with one letter more; -1 if there is no such content.
  int push(int content, int letter);

  /// All contents up to some length.
  final class All implements Contents {
    private static final int MOST = 1 << 18;

    private final int letters;
    private final int capacity;
    private final int[] offsets;
    private final int[] powers;

    /// @param letters how many letters may pass
    All(int letters, int capacity, String name) throws Unsupported {
      this.letters = letters;
      this.capacity = capacity;
      this.offsets = new int[capacity + 2];
      this.powers = new int[capacity + 1];
      long power = 1;
      long total = 0;
      for (int length = 0; length <= capacity; length++) {
        offsets[length] = (int) total;
        powers[length] = (int) power;
        total += power;
        power *= letters;
        if (total + power > MOST && length < capacity || total > MOST) {
          throw new Unsupported("line " + name + " can hold more than " + MOST + " different contents");
        }
      }
      offsets[capacity + 1] = (int) total;
    }

    @Override
    public int size() {
      return offsets[capacity + 1];
    }

    @Override
    public int[] letters(int content) {
      int length = length(content);
      int[] all = new int[length];
      int rest = content - offsets[length];
      for (int i = length - 1; i >= 0; i--) {
        all[i] = rest % letters;
        rest /= letters;
      }
      return all;
    }

    @Override
    public int length(int content) {
      int length = 0;
      while (content >= offsets[length + 1]) {
        length++;
      }
      return length;
    }

    @Override
    public int number(int[] all) {
      int number = 0;
      for (int letter : all) {
        number = number * letters + letter;
      }
      return offsets[all.length] + number;
    }

    @Override
    public int head(int content) {
      int length = length(content);
      return length == 0 ? -1 : (content - offsets[length]) / powers[length - 1];
    }

    @Override
    public int rest(int content) {
      int length = length(content);
      return length == 0 ? -1 : offsets[length - 1] + (content - offsets[length]) % powers[length - 1];
    }

    @Override
    public int push(int content, int letter) {
      int length = length(content);
      return length == capacity ? -1 : offsets[length + 1] + (content - offsets[length]) * letters + letter;
    }
  }

  /// Some contents, the empty one among them.
  final class Some implements Contents {
    private static final Comparator<List<Integer>> ORDER = Comparator.<List<Integer>>comparingInt(List::size)
        .thenComparing((a, b) -> {
          for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).equals(b.get(i))) {
              return Integer.compare(a.get(i), b.get(i));
            }
          }
          return 0;
        });

    private final List<List<Integer>> all;
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();

    /// @param contents in letters of the network
    /// @param alphabet which of them the line has
    Some(Set<List<Integer>> contents, List<Integer> alphabet) {
      all = contents.stream().map(c -> c.stream().map(alphabet::indexOf).toList()).sorted(ORDER).toList();
      all.forEach(c -> numbers.put(c, numbers.size()));
    }

    @Override
    public int size() {
      return all.size();
    }

    @Override
    public int[] letters(int content) {
      return all.get(content).stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public int length(int content) {
      return all.get(content).size();
    }

    @Override
    public int number(int[] letters) {
      return numbers.getOrDefault(Arrays.stream(letters).boxed().toList(), -1);
    }

    @Override
    public int head(int content) {
      return content == 0 ? -1 : all.get(content).getFirst();
    }

    @Override
    public int rest(int content) {
      List<Integer> letters = all.get(content);
      return content == 0 ? -1 : numbers.getOrDefault(letters.subList(1, letters.size()), -1);
    }

    @Override
    public int push(int content, int letter) {
      int[] letters = Arrays.copyOf(letters(content), length(content) + 1);
      letters[letters.length - 1] = letter;
      return number(letters);
    }
  }
}
