package org.graphline.conformance.whiteboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.graphline.conformance.whiteboard.Original.Edge;
import org.graphline.model.network.End;
import org.graphline.model.network.Network;

/// In what a network differs from a configuration of the original: components and edges that one of the two
/// has alone. The lines of the network are flattened: who writes to a line has an edge to each of its readers.
record Differences(String text) {

  /// Returns the differences, one a line, sorted.
  static Differences of(Network network, Original original, String configuration) {
    Set<String> theirComponents = original.active(configuration);
    var ourComponents = new TreeSet<String>();
    network.instances().forEach(i -> ourComponents.add(original.component(i.name().display())));
    Map<Edge, String> theirs = original.edges().get(configuration);
    Set<Edge> ours = edges(network, original);
    var text = new StringBuilder();
    text.append(network.display()).append(" and the original, ").append(configuration).append('\n');
    text.append(ourComponents.size()).append(" components here, ").append(theirComponents.size())
        .append(" there; ").append(ours.size()).append(" edges here, ").append(theirs.size()).append(" there\n");
    section(text, "components only in the original", without(theirComponents, ourComponents));
    section(text, "components only here", without(ourComponents, theirComponents));
    var missing = new TreeMap<String, Set<String>>();
    theirs.forEach((edge, kind) -> {
      if (!ours.contains(edge)) {
        missing.computeIfAbsent(kind, _ -> new TreeSet<>()).add(edge.toString());
      }
    });
    missing.forEach((kind, edges) -> section(text, kind + " edges only in the original", edges));
    section(text, "edges only here", without(ours, theirs.keySet()));
    return new Differences(text.toString());
  }

  private static Set<String> without(Set<?> some, Set<?> others) {
    var rest = new TreeSet<String>();
    some.stream().filter(each -> !others.contains(each)).forEach(each -> rest.add(each.toString()));
    return rest;
  }

  private static void section(StringBuilder text, String title, Set<String> lines) {
    if (!lines.isEmpty()) {
      text.append('\n').append(title).append(": ").append(lines.size()).append('\n');
      lines.forEach(line -> text.append("  ").append(line).append('\n'));
    }
  }

  private static Set<Edge> edges(Network network, Original original) {
    var edges = new HashSet<Edge>();
    network.lines().forEach(line -> {
      for (End from : line.writers()) {
        for (End to : line.readers()) {
          edges.add(edge(network, original, from, to));
        }
      }
    });
    return edges;
  }

  private static Edge edge(Network network, Original original, End from, End to) {
    return new Edge(component(network, original, from), box(network, original, from),
        component(network, original, to), box(network, original, to));
  }

  private static String component(Network network, Original original, End end) {
    return original.component(network.instances().get(end.instance()).name().display());
  }

  private static String box(Network network, Original original, End end) {
    String element = network.instances().get(end.instance()).behavior().elements().get(end.element()).display();
    int bracket = element.indexOf('[');
    return original.box(component(network, original, end),
        bracket < 0 ? element : element.substring(0, bracket));
  }

  /// Returns how often each kind of difference is counted; for a test of this class.
  Map<String, Integer> counts() {
    var counts = new HashMap<String, Integer>();
    var titles = new ArrayList<>(List.of(text.split("\n")));
    titles.removeIf(line -> line.startsWith(" ") || !line.matches(".*: [0-9]+"));
    titles.forEach(t -> counts.put(t.substring(0, t.lastIndexOf(':')),
        Integer.parseInt(t.substring(t.lastIndexOf(' ') + 1))));
    return counts;
  }
}
