package org.graphline.dsl.resolve;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the name somebody probably meant.
public final class Spelling {

  private Spelling() {}

  /// Returns the one of `candidates` that is closest to `name`, if any is close.
  public static Optional<String> closest(String name, Collection<String> candidates) {
    int limit = name.length() < 3 ? 0 : Math.max(1, name.length() / 3);
    return candidates.stream()
        .filter(candidate -> distance(name, candidate) <= limit)
        .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
            .thenComparing(Comparator.naturalOrder()));
  }

  /// Returns `did you mean …?` when a candidate is close.
  public static Optional<String> proposal(String name, Collection<String> candidates) {
    return closest(name, candidates).map(found -> "did you mean `" + found + "`?");
  }

  /// Returns the number of letters to insert, remove, replace or swap with their neighbor; case counts for
  /// nothing.
  private static int distance(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT);
    String b = second.toLowerCase(Locale.ROOT);
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        table[i][j] = i == 0 ? j : j == 0 ? i : cell(table, a, b, i, j);
      }
    }
    return table[a.length()][b.length()];
  }

  private static int cell(int[][] table, String a, String b, int i, int j) {
    int replaced = table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
    boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
  }
}
