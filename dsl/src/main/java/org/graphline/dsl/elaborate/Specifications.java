package org.graphline.dsl.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.model.network.Network;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Graph;
import org.graphline.model.value.DataType;
import org.graphline.model.value.Value;

/// Elaborates what a graph is held against (rule R9): a component by itself, or another graph.
final class Specifications {

  private final Elaborated elaborated;
  private final Diagnostics diagnostics;
  private final Evaluator evaluator;

  Specifications(Elaborated elaborated, Diagnostics diagnostics) {
    this.elaborated = elaborated;
    this.diagnostics = diagnostics;
    this.evaluator = new Evaluator(diagnostics);
  }

  /// Returns the network of a specification, or nothing if it cannot be made or has other ports than the checked
  /// graph; then that has been reported.
  Optional<Network> network(Graph.Construct construct) {
    var root = elaborated.plan().faces.shape(0);
    var types = new ArrayList<DataType>();
    for (var argument : construct.typeArguments()) {
      evaluator.type(argument, root.constants(), construct.span()).ifPresent(types::add);
    }
    var values = new ArrayList<Value>();
    for (var argument : construct.arguments()) {
      evaluator.value(argument, root.constants()).ifPresent(values::add);
    }
    boolean complete = types.size() == construct.typeArguments().size()
        && values.size() == construct.arguments().size();
    var shapes = elaborated.plan().shapes;
    var places = construct.arguments().stream().map(Expression::span).toList();
    var shape = complete ? shapes.arguments(construct.target(), values, places, types)
        .flatMap(given -> shapes.shape(construct.target(), types, given)) : Optional.<Shape>empty();
    if (shape.isEmpty() || !hasSamePorts(root, shape.get(), construct)) {
      return Optional.empty();
    }
    if (!shape.get().isGraph()) {
      return Optional.of(LoneDesk.of(shape.get(), construct.span()));
    }
    var plan = new Plan(shapes, elaborated.plan().broken, diagnostics);
    return new NetworkBuilder(plan).build(construct.target(), types, values).map(Elaborated::network);
  }

  private boolean hasSamePorts(Shape graph, Shape specification, Graph.Construct construct) {
    if (specification.isUntyped()) {
      return false;
    }
    var ours = ports(graph);
    var theirs = ports(specification);
    var differences = new ArrayList<String>();
    theirs.forEach((name, port) -> {
      if (!port.equals(ours.get(name))) {
        differences.add("it has `" + port.text() + "`, the graph has "
            + (ours.containsKey(name) ? "`" + ours.get(name).text() + "`" : "no `" + name + "`"));
      }
    });
    ours.forEach((name, port) -> {
      if (!theirs.containsKey(name)) {
        differences.add("it lacks `" + port.text() + "`");
      }
    });
    if (differences.isEmpty()) {
      return true;
    }
    diagnostics.add(Diagnostic.of(DiagnosticId.SPECIFICATION_HAS_OTHER_PORTS, "`"
        + construct.target().simple() + "` cannot be compared with `" + elaborated.network().graph().simple()
        + "`: " + differences.getFirst(), construct.span())
        .help("a specification has the same exposed ports as the graph, with the same types"));
    return false;
  }

  /// A port element.
  ///
  /// @param text as it is declared
  private record Declared(String text, DataType type, DataType reply) {}

  /// Returns each port element by its name.
  private static Map<String, Declared> ports(Shape shape) {
    var ports = new LinkedHashMap<String, Declared>();
    for (int i = 0; i < shape.elements().size(); i++) {
      var element = shape.elements().get(i);
      var type = shape.types().get(i);
      var reply = shape.replies().get(i);
      String text = switch (element.port().direction()) {
        case IN -> "in " + element.display() + ": " + type.display();
        case OUT -> "out " + element.display() + ": " + type.display();
        case CLIENT -> "client " + element.display() + ": " + type.display() + " -> " + reply.display();
        case SERVER -> "server " + element.display() + ": " + type.display() + " -> " + reply.display();
        case BARRIER -> "barrier " + element.display();
      };
      ports.put(element.display(), new Declared(text, type, reply));
    }
    return ports;
  }
}
