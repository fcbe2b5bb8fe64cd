package org.graphline.dsl.elaborate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.graphline.model.network.InstanceName;
import org.graphline.model.term.Graph;

/// One graph desk while its desks are made and wired.
///
/// @param desks   the desks by name
/// @param unknown names of desks some of which could not be made, which has been reported
record Level(int node, Graph graph, Optional<InstanceName> name, Map<String, Row> desks,
    Set<String> unknown) {

  Level(int node, Graph graph, Optional<InstanceName> name) {
    this(node, graph, name, new HashMap<>(), new HashSet<>());
  }

  /// Returns a name that no desk has yet: `split`, `split2` and so on.
  String freshName(String wanted) {
    String candidate = wanted;
    for (int number = 2; desks.containsKey(candidate); number++) {
      candidate = wanted + number;
    }
    return candidate;
  }
}
