package org.graphline.checker.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Lists names shortly: `w[0], w[1]`, `phil[0..4]`.
final class Names {
  private static final Pattern INDEX = Pattern.compile("\\[(\\d+)(\\.\\.\\d+)?\\]");
  private static final int FEW = 2;

  private Names() {}

  /// Returns the names as a list, members of an array that follow each other as a range.
  static String join(List<String> names, String conjunction) {
    List<String> parts = ranges(names);
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    return String.join(", ", parts.subList(0, parts.size() - 1)) + " " + conjunction + " " + parts.getLast();
  }

  /// Returns a name without its last index, to tell arrays of equals apart.
  static String array(String name) {
    return name.replaceAll("\\[\\d+\\]", "[]");
  }

  /// Members of an array that follow each other become one, the last index first: `peer[0..4].pen`, `at[0..2][0..2]`.
  private static List<String> ranges(List<String> names) {
    List<String> parts = names.stream().distinct().toList();
    int indices = parts.stream().mapToInt(Names::indices).max().orElse(0);
    for (int fromLast = 0; fromLast < indices; fromLast++) {
      parts = ranges(parts, fromLast);
    }
    return parts;
  }

  private static int indices(String name) {
    return (int) INDEX.matcher(name).results().count();
  }

  /// A name around one of its indices.
  private record Around(String before, String after) {}

  private static List<String> ranges(List<String> names, int fromLast) {
    Map<Around, List<Integer>> arrays = new LinkedHashMap<>();
    for (String name : names) {
      List<MatchResult> indices = INDEX.matcher(name).results().toList();
      int at = indices.size() - 1 - fromLast;
      if (at >= 0 && indices.get(at).group(2) == null) {
        MatchResult index = indices.get(at);
        arrays.computeIfAbsent(new Around(name.substring(0, index.start()), name.substring(index.end())), _ ->
            new ArrayList<>()).add(Integer.valueOf(index.group(1)));
      } else {
        arrays.put(new Around(name, ""), List.of());
      }
    }
    var parts = new ArrayList<String>();
    arrays.forEach((around, indices) -> {
      List<Integer> sorted = indices.stream().sorted().toList();
      if (sorted.isEmpty()) {
        parts.add(around.before());
      } else if (sorted.size() > FEW && sorted.getLast() - sorted.getFirst() == sorted.size() - 1) {
        parts.add(around.before() + "[" + sorted.getFirst() + ".." + sorted.getLast() + "]" + around.after());
      } else {
        sorted.forEach(i -> parts.add(around.before() + "[" + i + "]" + around.after()));
      }
    });
    return parts;
  }
}
