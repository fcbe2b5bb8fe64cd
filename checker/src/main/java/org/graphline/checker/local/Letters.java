package org.graphline.checker.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The letters of a network, numbered: each the cells of a value.
public final class Letters {
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final List<int[]> all = new ArrayList<>();

  private record Key(int[] cells) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key that && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(cells);
    }
  }

  /// Returns the number of a letter, a new one if it is new.
  public int number(int[] cells) {
    Integer known = numbers.putIfAbsent(new Key(cells), all.size());
    if (known != null) {
      return known;
    }
    all.add(cells);
    return all.size() - 1;
  }

  /// Returns the cells of a letter; not to be changed.
  public int[] cells(int number) {
    return all.get(number);
  }
}
