package org.graphline.checker.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lists names shortly: `w[0], w[1]`, `phil[0..4]`.
final class Names {
  private static final Pattern ELEMENT = Pattern.compile("(.*)\\[(\\d+)\\]");
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

  private static List<String> ranges(List<String> names) {
    Map<String, List<Integer>> arrays = new LinkedHashMap<>();
    for (String name : names.stream().distinct().toList()) {
      Matcher element = ELEMENT.matcher(name);
      if (element.matches()) {
        arrays.computeIfAbsent(element.group(1), _ ->
            new ArrayList<>()).add(Integer.valueOf(element.group(2)));
      } else {
        arrays.put(name, List.of());
      }
    }
    var parts = new ArrayList<String>();
    arrays.forEach((array, indices) -> {
      List<Integer> sorted = indices.stream().sorted().toList();
      if (sorted.isEmpty()) {
        parts.add(array);
      } else if (sorted.size() > FEW && sorted.getLast() - sorted.getFirst() == sorted.size() - 1) {
        parts.add(array + "[" + sorted.getFirst() + ".." + sorted.getLast() + "]");
      } else {
        sorted.forEach(i -> parts.add(array + "[" + i + "]"));
      }
    });
    return parts;
  }
}
