package org.graphline.model.network;

import java.util.List;
import org.graphline.model.value.QualifiedName;

/// A graph with every argument known: the one thing that checker and monitor step and that `draw` draws.
///
/// @param graph     the checked graph
/// @param arguments the arguments as text, `workers = 2`, in the order of the parameters
public record Network(QualifiedName graph, List<String> arguments, List<Instance> instances, List<Line> lines,
    List<Connection> connections, List<ServerEnd> servers, List<BarrierLine> barriers) {
  public Network {
    arguments = List.copyOf(arguments);
    instances = List.copyOf(instances);
    lines = List.copyOf(lines);
    connections = List.copyOf(connections);
    servers = List.copyOf(servers);
    barriers = List.copyOf(barriers);
  }

  /// Returns the port element of `end`, as `w[0].parts`.
  public String display(End end) {
    Instance instance = instances.get(end.instance());
    return instance.name().display() + "." + instance.behavior().elements().get(end.element()).display();
  }

  /// Reports whether the environment puts letters in or calls.
  public boolean isOpen() {
    return lines.stream().anyMatch(Line::isInTray)
        || connections.stream().anyMatch(c -> c.exposure().isPresent() && c.exposure().get().isInput());
  }

  /// Returns the graph with its arguments, as `Farm(workers = 2, together = false)`.
  public String display() {
    return arguments.isEmpty() ? graph.simple() : graph.simple() + "(" + String.join(", ", arguments) + ")";
  }
}
