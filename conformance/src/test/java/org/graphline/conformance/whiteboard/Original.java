package org.graphline.conformance.whiteboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was read off Kamaelia's Whiteboard as it ran, and how its names are spelled here.
///
/// @param components our name of each active component
/// @param boxes      their name of each of our ports that is spelled another way, by our name; behind `SELECTOR.` if
///                   it is so at that component alone
/// @param edges      the kind of each edge, `data` for one, in each configuration
record Original(Map<String, String> components, Map<String, String> boxes,
    Map<String, Map<Edge, String>> edges) {
  private static final String COMPONENT = "component";

  /// Something that one component's box hands to another's, in the names of the original.
  record Edge(String from, String outbox, String to, String inbox) {

    @Override
    public String toString() {
      return from + "." + outbox + " -> " + to + "." + inbox;
    }
  }

  /// Reads `edges.csv` and `names.csv`.
  static Original in(Path folder) throws IOException {
    var components = new TreeMap<String, String>();
    var boxes = new HashMap<String, String>();
    for (String[] row : rows(folder.resolve("names.csv"))) {
      if (row[0].equals(COMPONENT)) {
        components.put(row[1], row[2]);
      } else {
        int dot = row[1].lastIndexOf('.');
        boxes.put(row[1].substring(0, dot + 1) + row[2], row[1].substring(dot + 1));
      }
    }
    var edges = new HashMap<String, Map<Edge, String>>();
    for (String[] row : rows(folder.resolve("edges.csv"))) {
      edges.computeIfAbsent(row[0], _ -> new HashMap<>())
          .put(new Edge(row[2], row[3], row[4], row[5]), row[1]);
    }
    return new Original(components, boxes, edges);
  }

  private static List<String[]> rows(Path csv) throws IOException {
    return Files.readAllLines(csv).stream().skip(1).map(line -> line.split(",")).toList();
  }

  /// Returns the active components of a configuration: those with an edge, and DEBUG, which has none.
  Set<String> active(String configuration) {
    Set<String> linked = edges.get(configuration).keySet().stream()
        .flatMap(edge -> Stream.of(edge.from(), edge.to())).collect(Collectors.toSet());
    var active = new TreeSet<String>(components.keySet());
    active.removeIf(name -> !linked.contains(name) && !name.equals("DEBUG"));
    return active;
  }

  /// Returns the original's name of our component; ours if it has none there.
  String component(String ours) {
    return components.entrySet().stream().filter(e -> e.getValue().equals(ours)).map(Map.Entry::getKey)
        .findFirst().orElse(ours);
  }

  /// Returns the original's name of our port of a component that the original calls `component`.
  String box(String component, String ours) {
    return boxes.getOrDefault(component + "." + ours, boxes.getOrDefault(ours, ours));
  }
}
