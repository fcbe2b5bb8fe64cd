package org.graphline.dsl.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.graphline.dsl.ast.Argument;
import org.graphline.dsl.ast.Instance;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.dsl.type.ExpressionTyper;
import org.graphline.dsl.type.Place;
import org.graphline.dsl.type.Types;
import org.graphline.model.source.Span;
import org.graphline.model.term.Check;
import org.graphline.model.term.Component;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Type;

/// Lowers components and graphs with their arguments.
final class Constructs {

  private final ExpressionTyper typer;
  private final Diagnostics diagnostics;

  Constructs(ExpressionTyper typer, Diagnostics diagnostics) {
    this.typer = typer;
    this.diagnostics = diagnostics;
  }

  /// Returns a desk's component with one argument a parameter, or nothing if something is missing.
  Optional<Graph.Construct> construct(Instance instance, Header header) {
    var types = typeArguments(instance, header);
    var arguments = arguments(instance, header);
    if (types.isEmpty() || arguments.size() != header.parameters().size()) {
      return Optional.empty();
    }
    return Optional.of(new Graph.Construct(header.name(), types.get(),
        arguments.stream().map(Check.Argument::first).toList(), instance.span()));
  }

  /// Returns the type arguments. What comes with the language may leave them to the line it is on.
  Optional<List<Type>> typeArguments(Instance instance, Header header) {
    var types = instance.typeArguments().stream().map(typer::type).toList();
    if (types.size() == header.typeParameters().size() || types.isEmpty() && header.isBuiltIn()) {
      return Optional.of(types);
    }
    var diagnostic = Diagnostic.of(DiagnosticId.WRONG_TYPE_ARGUMENTS, "`" + instance.name() + "` takes "
        + (header.typeParameters().isEmpty() ? "no type arguments"
            : "type arguments for " + String.join(", ", header.typeParameters())) + ", but "
        + (types.isEmpty() ? "none are" : types.size() + (types.size() == 1 ? " is" : " are")) + " given",
        instance.name().span());
    diagnostics.add(diagnostic.related(header.span(), "declared here"));
    return Optional.empty();
  }

  /// Returns one argument a parameter, defaults filled in; fewer if something is missing.
  List<Check.Argument> arguments(Instance instance, Header header) {
    var given = new HashMap<String, Check.Argument>();
    var places = new HashMap<String, Span>();
    int position = 0;
    for (var argument : instance.arguments()) {
      var parameter = parameter(argument, position++, header, instance);
      if (parameter.isEmpty()) {
        continue;
      }
      String name = parameter.get().variable().name();
      var earlier = places.putIfAbsent(name, argument.span());
      if (earlier != null) {
        diagnostics.add(Diagnostic.of(DiagnosticId.WRONG_ARGUMENTS, "`" + name + "` is given twice",
            argument.span())
            .related(earlier, "the first"));
      } else {
        given.put(name, lowered(argument, parameter.get()));
      }
    }
    return complete(instance, header, given);
  }

  private List<Check.Argument> complete(Instance instance, Header header, Map<String, Check.Argument> given) {
    var arguments = new ArrayList<Check.Argument>();
    var missing = new ArrayList<String>();
    for (var parameter : header.parameters()) {
      String name = parameter.variable().name();
      if (given.containsKey(name)) {
        arguments.add(given.get(name));
      } else if (parameter.byDefault().isPresent()) {
        arguments.add(new Check.Argument(name, parameter.byDefault().get(), Optional.empty(),
            instance.span()));
      } else {
        missing.add("`" + name + "`");
      }
    }
    boolean misnamed = given.size() < instance.arguments().size();
    if (!missing.isEmpty() && !misnamed) {
      diagnostics.add(Diagnostic.of(DiagnosticId.WRONG_ARGUMENTS, "`" + instance.name() + "` also needs "
          + String.join(", ", missing), instance.name().span()).related(header.span(), "declared here"));
    }
    return arguments;
  }

  private Optional<Component.Parameter> parameter(Argument argument, int position, Header header,
      Instance instance) {
    var parameters = header.parameters();
    return switch (argument) {
      case Argument.Positional(_, var span) -> {
        if (position >= parameters.size()) {
          diagnostics.add(Diagnostic.of(DiagnosticId.WRONG_ARGUMENTS, "`" + instance.name() + "` takes "
              + (parameters.isEmpty() ? "no arguments" : "only " + parameters.size()), span)
              .related(header.span(), "declared here"));
          yield Optional.empty();
        }
        yield Optional.of(parameters.get(position));
      }
      case Argument.Named(var name, _, _) -> named(name, header);
      case Argument.Sweep(var name, _, _) -> named(name, header);
      case Argument.Open(var name, _, _) -> named(name, header);
    };
  }

  private Optional<Component.Parameter> named(org.graphline.dsl.ast.Name name, Header header) {
    var found = header.parameters().stream().filter(p -> p.variable().name().equals(name.text())).findFirst();
    if (found.isEmpty()) {
      typer.unknownName("`" + header.name().simple() + "` has no parameter `" + name + "`", name,
          header.parameters().stream().map(p -> p.variable().name()).toList());
    }
    found.ifPresent(parameter -> typer.lead(name, parameter.variable().span()));
    return found;
  }

  private Check.Argument lowered(Argument argument, Component.Parameter parameter) {
    String name = parameter.variable().name();
    return switch (argument) {
      case Argument.Positional(var value, var span) ->
          new Check.Argument(name, value(value, parameter), Optional.empty(), span);
      case Argument.Named(_, var value, var span) ->
          new Check.Argument(name, value(value, parameter), Optional.empty(), span);
      case Argument.Sweep(_, var range, var span) -> new Check.Argument(name, value(range.low(), parameter),
          Optional.of(value(range.high(), parameter)), span);
      case Argument.Open(_, var first, var span) ->
          new Check.Argument(name, value(first, parameter), Optional.empty(), true, span);
    };
  }

  private Expression value(org.graphline.dsl.ast.Expression value, Component.Parameter parameter) {
    var type = parameter.variable().type();
    var typed = typer.value(value, Place.CONSTANT);
    if (!Types.neverFits(typed.type(), type)) {
      return Types.fits(typed.type(), type) ? typed : typer.value(value, type, Place.CONSTANT);
    }
    diagnostics.add(Diagnostic.of(DiagnosticId.ARGUMENT_OUT_OF_RANGE, "`" + parameter.variable().name()
        + "` must be in `" + Types.display(type) + "`", value.span())
        .related(parameter.variable().span(), "declared here"));
    return Types.unknown(value.span());
  }
}
