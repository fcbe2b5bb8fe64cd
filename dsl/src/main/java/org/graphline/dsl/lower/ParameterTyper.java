package org.graphline.dsl.lower;

import java.util.Optional;

import org.graphline.dsl.ast.Expression.Variable;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.dsl.resolve.Bindings;
import org.graphline.dsl.type.ExpressionTyper;
import org.graphline.dsl.type.Locals;
import org.graphline.dsl.type.Signatures;
import org.graphline.dsl.type.Types;
import org.graphline.model.source.Span;
import org.graphline.model.term.Component;
import org.graphline.model.term.Expression;

/// Types what a check says, where the parameters of the checked graph have the values it was given.
class ParameterTyper extends ExpressionTyper {

  final Header graph;
  private final Bindings bindings;

  ParameterTyper(Header graph, Bindings bindings, Signatures signatures, Diagnostics diagnostics) {
    super(bindings, signatures, new Locals(bindings), diagnostics);
    this.graph = graph;
    this.bindings = bindings;
  }

  @Override
  protected Optional<Expression> inspected(org.graphline.dsl.ast.Expression expression) {
    return expression instanceof Variable(var name, var span) && bindings.symbol(name).isEmpty()
        ? Optional.of(parameter(name, span).orElseGet(() -> unknown(name, span))) : Optional.empty();
  }

  /// Returns the parameter called `name`, if the graph has one.
  final Optional<Expression> parameter(Name name, Span span) {
    return graph.parameters().stream().map(Component.Parameter::variable)
        .filter(variable -> variable.name().equals(name.text())).findFirst()
        .map(variable -> {
          lead(name, variable.span());
          return variable;
        })
        .map(variable -> Types.isUnknown(variable.type()) ? Types.unknown(span)
            : new Expression.Use(variable, span));
  }

  private Expression unknown(Name name, Span span) {
    unknownName("there is no parameter called `" + name + "` in `" + graph.name().simple() + "`", name,
        graph.parameters().stream().map(p -> p.variable().name()).toList());
    return Types.unknown(span);
  }
}
