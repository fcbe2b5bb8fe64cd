package org.graphline.dsl.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.graphline.model.source.Span;

/// The desks of one graph by name: what may sit there, and whether the name is a row.
final class DeskTable {

  private final Map<String, Group> groups = new LinkedHashMap<>();

  /// All desks of one name; no header means that what sits there is wrong, which has been reported.
  record Group(String name, boolean isRow, List<Header> headers, Span span) {
    boolean isUnknown() {
      return headers.isEmpty();
    }
  }

  Optional<Group> find(String name) {
    return Optional.ofNullable(groups.get(name));
  }

  void add(String name, boolean isRow, Optional<Header> header, Span span) {
    var group = groups.computeIfAbsent(name, _ -> new Group(name, isRow, new ArrayList<>(), span));
    if (header.isPresent() && !group.headers().contains(header.get())) {
      group.headers().add(header.get());
    }
  }

  List<String> names() {
    return List.copyOf(groups.keySet());
  }

  /// Returns a name for an unnamed desk: its component's, lower camel, numbered if taken (rule R26).
  String freshName(String component) {
    String name = Character.toLowerCase(component.charAt(0)) + component.substring(1);
    int number = 2;
    String candidate = name;
    while (groups.containsKey(candidate)) {
      candidate = name + number++;
    }
    return candidate;
  }
}
