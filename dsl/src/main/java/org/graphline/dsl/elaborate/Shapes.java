package org.graphline.dsl.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.dsl.validate.Walk;
import org.graphline.model.network.Behavior;
import org.graphline.model.network.Behavior.PortElement;
import org.graphline.model.network.Constants;
import org.graphline.model.source.Span;
import org.graphline.model.term.Component;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port;
import org.graphline.model.term.Prelude;
import org.graphline.model.term.Program;
import org.graphline.model.term.Statement;
import org.graphline.model.value.DataType;
import org.graphline.model.value.QualifiedName;
import org.graphline.model.value.Value;

/// Makes one [Shape] for each component or graph with each list of arguments, and checks what depends on
/// them.
final class Shapes {

  private static final int MOST_PORTS = 1_000_000;

  private final Map<QualifiedName, Component> components = new HashMap<>();
  private final Map<QualifiedName, Graph> graphs = new HashMap<>();
  private final Map<QualifiedName, List<String>> colors;
  private final Map<Key, Optional<Shape>> shapes = new HashMap<>();
  private final Map<Key, Shape> splits = new HashMap<>();
  private final Diagnostics diagnostics;
  private final Evaluator evaluator;

  private record Key(QualifiedName target, List<DataType> typeArguments, List<Value> arguments) {}

  Shapes(Program program, Map<QualifiedName, List<String>> colors, Diagnostics diagnostics) {
    program.components().forEach(component -> components.putIfAbsent(component.name(), component));
    program.graphs().forEach(graph -> graphs.put(graph.name(), graph));
    this.colors = colors;
    this.diagnostics = diagnostics;
    this.evaluator = new Evaluator(diagnostics);
  }

  Map<QualifiedName, List<String>> colors() {
    return colors;
  }

  /// Returns the parameters of the component or graph called `target`.
  List<Component.Parameter> parameters(QualifiedName target) {
    var graph = graphs.get(target);
    return graph != null ? graph.parameters() : components.get(target).parameters();
  }

  /// Returns the shape of `target` with these arguments, or nothing if it cannot be made, which has been
  /// reported.
  Optional<Shape> shape(QualifiedName target, List<DataType> typeArguments, List<Value> arguments) {
    var key = new Key(target, typeArguments, arguments);
    var known = shapes.get(key);
    if (known == null) {
      var graph = graphs.get(target);
      known = graph != null ? graph(graph, key) : component(components.get(target), key);
      shapes.put(key, known);
    }
    return known;
  }

  /// Returns the shape of the `Split` that copies letters of `type` to `listeners` listeners.
  Shape split(DataType type, int listeners) {
    return splits.computeIfAbsent(new Key(Prelude.SPLIT.name(), List.of(type),
        List.of(new Value.Int(listeners))),
        key -> component(Prelude.SPLIT, key).orElseThrow());
  }

  private Optional<Shape> graph(Graph graph, Key key) {
    var constants = Constants.of(graph.parameters(), key.arguments(), key.typeArguments(), colors);
    var sizes = sizes(graph.ports(), constants);
    return sizes.isEmpty() ? Optional.empty()
        : shape(graph.ports(), sizes.get(), constants, Optional.empty(), Optional.of(graph));
  }

  private Optional<Shape> component(Component component, Key key) {
    var constants = Constants.of(component.parameters(), key.arguments(), key.typeArguments(), colors);
    var sizes = sizes(component.ports(), constants);
    if (sizes.isEmpty()) {
      return Optional.empty();
    }
    var behavior = new Behavior(component, key.typeArguments(), key.arguments(), colors);
    boolean untyped = component.typeParameters().size() > key.typeArguments().size();
    if (!untyped) {
      checkVariables(component, constants);
      if (component.origin() != Component.Origin.BUILT_IN) {
        diagnostics.addAll(PortOwnership.check(behavior));
      }
    }
    return shape(component.ports(), sizes.get(), constants, Optional.of(behavior), Optional.empty());
  }

  private void checkVariables(Component component, Constants constants) {
    for (var state : component.state()) {
      evaluator.type(state.variable().type(), constants, state.variable().span());
    }
    Walk.each(component.behavior(), statement -> {
      if (statement instanceof Statement.Declare(var variable, _, _)) {
        evaluator.type(variable.type(), constants, variable.span());
      }
    });
  }

  /// Returns how many elements each port has.
  private Optional<List<Integer>> sizes(List<Port> ports, Constants constants) {
    var sizes = new ArrayList<Integer>();
    for (var port : ports) {
      var size = port.size().isEmpty() ? Optional.of(1) : evaluator.integer(port.size().get(), constants);
      if (size.isEmpty()) {
        return Optional.empty();
      }
      if (size.get() < 1) {
        diagnostics.add(DiagnosticId.ROW_WITHOUT_ELEMENTS, "with these arguments the row `" + port.name()
            + "` has no ports", port.span(), "a row of ports needs at least one");
        return Optional.empty();
      }
      if (size.get() > MOST_PORTS) {
        diagnostics.add(DiagnosticId.TOO_LARGE, "`" + port.name() + "` would have " + size.get() + " ports",
            port.span(), "up to " + MOST_PORTS + " are possible");
        return Optional.empty();
      }
      sizes.add(size.get());
    }
    return Optional.of(sizes);
  }

  private Optional<Shape> shape(List<Port> ports, List<Integer> sizes, Constants constants,
      Optional<Behavior> behavior, Optional<Graph> graph) {
    int[] first = new int[ports.size()];
    var elements = new ArrayList<PortElement>();
    var types = new ArrayList<DataType>();
    var replies = new ArrayList<DataType>();
    boolean untyped = behavior.isPresent()
        && behavior.get().component().typeParameters().size() > behavior.get().typeArguments().size();
    for (var port : ports) {
      first[port.index()] = elements.size();
      boolean isRow = port.size().isPresent();
      for (int i = 0; i < sizes.get(port.index()); i++) {
        elements.add(new PortElement(port, isRow ? i : -1));
      }
      if (!untyped) {
        var type = evaluator.type(port.message(), constants, port.span());
        var reply = port.reply().isEmpty() ? type
            : evaluator.type(port.reply().get(), constants, port.span());
        if (type.isEmpty() || reply.isEmpty()) {
          return Optional.empty();
        }
        for (int i = 0; i < sizes.get(port.index()); i++) {
          types.add(type.get());
          replies.add(reply.get());
        }
      }
    }
    return Optional.of(new Shape(ports, elements, first, types, replies, behavior, graph, constants,
        behavior.map(this::facts).orElse(Facts.NONE)));
  }

  private Facts facts(Behavior behavior) {
    try {
      return Facts.of(behavior);
    } catch (Constants.NotConstant problem) {
      evaluator.value(problem.expression(), behavior.constants());
      return Facts.NONE;
    }
  }

  /// Returns the values of a construct's arguments, each in the range of its parameter, or nothing.
  Optional<List<Value>> arguments(QualifiedName target, List<Value> given, List<Span> places,
      List<DataType> typeArguments) {
    var parameters = parameters(target);
    var constants = Constants.of(List.of(), List.of(), typeArguments, colors);
    for (int i = 0; i < parameters.size(); i++) {
      var variable = parameters.get(i).variable();
      var type = evaluator.type(variable.type(), constants, variable.span());
      if (type.isEmpty()) {
        return Optional.empty();
      }
      if (!Evaluator.holds(type.get(), given.get(i))) {
        diagnostics.add(Diagnostic.of(DiagnosticId.ARGUMENT_OUT_OF_RANGE, "`" + variable.name()
            + "` must be in `"
            + type.get().display() + "`, but is " + given.get(i).display(), places.get(i))
            .related(variable.span(), "declared here"));
        return Optional.empty();
      }
      constants = constants.with(variable, given.get(i));
    }
    return Optional.of(given);
  }
}
