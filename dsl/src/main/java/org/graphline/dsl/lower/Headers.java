package org.graphline.dsl.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.Parameter;
import org.graphline.dsl.ast.Port.Barrier;
import org.graphline.dsl.ast.Port.Data;
import org.graphline.dsl.ast.Port.Service;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.dsl.resolve.Symbol;
import org.graphline.dsl.type.ExpressionTyper;
import org.graphline.dsl.type.Locals;
import org.graphline.dsl.type.Place;
import org.graphline.dsl.type.Types;
import org.graphline.model.term.Component;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Port;
import org.graphline.model.term.Port.Direction;
import org.graphline.model.term.Type;
import org.graphline.model.term.Variable;

/// The headers of all components and graphs, and how they are made.
final class Headers {

  private final Map<Symbol, Header> headers = new HashMap<>();
  private final Diagnostics diagnostics;

  Headers(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void put(Symbol symbol, Header header) {
    headers.put(symbol, header);
  }

  Optional<Header> find(Symbol symbol) {
    return symbol instanceof Symbol.BuiltIn(var component)
        ? Optional.of(Header.of(component)) : Optional.ofNullable(headers.get(symbol));
  }

  static List<String> texts(List<Name> names) {
    return names.stream().map(Name::text).toList();
  }

  List<Component.Parameter> parameters(List<Parameter> parameters, ExpressionTyper typer, Locals locals) {
    var lowered = new ArrayList<Component.Parameter>();
    for (var parameter : parameters) {
      var type = typer.type(parameter.type());
      var initial = parameter.initial().map(e -> typer.value(e, type, Place.CONSTANT));
      var variable = locals.declareConstant(parameter.name(), type, Variable.Kind.PARAMETER);
      lowered.add(new Component.Parameter(variable, initial));
    }
    return lowered;
  }

  List<Port> ports(List<org.graphline.dsl.ast.Port> ports, ExpressionTyper typer) {
    var lowered = new ArrayList<Port>();
    for (var port : ports) {
      lowered.add(port(port, lowered.size(), typer));
    }
    return lowered;
  }

  private Port port(org.graphline.dsl.ast.Port port, int index, ExpressionTyper typer) {
    String name = port.name().text();
    return switch (port) {
      case Data(var doc, var direction, _, var size, var type, var span) -> new Port(index, name,
          switch (direction) {
            case IN -> Direction.IN;
            case OUT -> Direction.OUT;
          }, size(size, typer), typer.type(type), Optional.empty(), doc, span);
      case Service(var doc, var role, _, var size, var request, var answer, var span) -> new Port(index, name,
          switch (role) {
            case CLIENT -> Direction.CLIENT;
            case SERVER -> Direction.SERVER;
          }, size(size, typer), typer.type(request), Optional.of(typer.type(answer)), doc, span);
      case Barrier(var doc, _, var span) ->
          new Port(index, name, Direction.BARRIER, Optional.empty(), Types.SIGNAL,
          Optional.empty(), doc, span);
    };
  }

  private Optional<Expression> size(Optional<org.graphline.dsl.ast.Expression> size, ExpressionTyper typer) {
    return size.map(expression -> {
      var lowered = typer.integer(expression, Place.CONSTANT);
      if (lowered.type() instanceof Type.Range && Types.bounds(lowered.type())[1] < 1) {
        diagnostics.add(DiagnosticId.ROW_WITHOUT_ELEMENTS, "a row of ports needs at least one",
            expression.span());
        return Types.unknown(expression.span());
      }
      return lowered;
    });
  }

  /// Returns the ports that a graph exposes at its top level.
  List<org.graphline.dsl.ast.Port> exposed(Declaration.Graph graph) {
    var ports = new ArrayList<org.graphline.dsl.ast.Port>();
    for (var item : graph.items()) {
      if (item instanceof org.graphline.dsl.ast.GraphItem.Exposed(var port, var span)) {
        if (port instanceof Barrier) {
          diagnostics.add(DiagnosticId.EXPOSED_BARRIER, "a graph cannot expose a barrier", span,
              "join its desks here: `barrier " + port.name() + ": (…);`");
        } else {
          ports.add(port);
        }
      }
    }
    return ports;
  }
}
