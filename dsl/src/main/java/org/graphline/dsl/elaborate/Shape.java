package org.graphline.dsl.elaborate;

import java.util.List;
import java.util.Optional;

import org.graphline.model.network.Behavior;
import org.graphline.model.network.Behavior.PortElement;
import org.graphline.model.network.Constants;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port;
import org.graphline.model.value.DataType;

/// A component or graph with its arguments: what all desks made the same way share.
///
/// @param first    for each port the number of its first element
/// @param types    for each element what is received, sent or requested; empty while a prelude component
///   waits for
///                 the type of its line
/// @param replies  for each element what comes back; the same as the type where nothing does
/// @param behavior what a component does
/// @param graph    what a graph consists of
record Shape(List<Port> ports, List<PortElement> elements, int[] first, List<DataType> types,
    List<DataType> replies,
    Optional<Behavior> behavior, Optional<Graph> graph, Constants constants, Facts facts) {

  boolean isGraph() {
    return graph.isPresent();
  }

  boolean isUntyped() {
    return types.isEmpty() && !elements.isEmpty();
  }

  Optional<Port> port(String name) {
    for (var port : ports) {
      if (port.name().equals(name)) {
        return Optional.of(port);
      }
    }
    return Optional.empty();
  }

  int first(Port port) {
    return first[port.index()];
  }

  int size(Port port) {
    int next = port.index() + 1 < first.length ? first[port.index() + 1] : elements.size();
    return next - first[port.index()];
  }
}
