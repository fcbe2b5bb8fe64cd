package org.graphline.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.model.network.Constants;
import org.graphline.model.source.Span;
import org.graphline.model.term.Component;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Type;
import org.graphline.model.value.DataType;
import org.graphline.model.value.Value;

/// Reads the arguments of a graph, or of a component that stands alone, from text, as they are given on a command line.
public final class Arguments {

  private Arguments() {}

  /// Returns one value a parameter, defaults filled in, or nothing if something is wrong, which is reported.
  public static Optional<List<Value>> parse(Graph graph, Map<String, String> given, Diagnostics diagnostics) {
    return parse(new Declared(graph.name().simple(), graph.parameters(), graph.typeParameters(), graph.span()), given,
        diagnostics);
  }

  /// Returns the same for a component.
  public static Optional<List<Value>> parse(Component component, Map<String, String> given, Diagnostics diagnostics) {
    return parse(new Declared(component.name().simple(), component.parameters(), component.typeParameters(),
        component.span()), given, diagnostics);
  }

  private record Declared(String name, List<Component.Parameter> parameters, List<String> typeParameters, Span span) {}

  private static Optional<List<Value>> parse(Declared declared, Map<String, String> given, Diagnostics diagnostics) {
    int before = diagnostics.errors();
    var names = declared.parameters().stream().map(p -> p.variable().name()).toList();
    for (var name : given.keySet()) {
      if (!names.contains(name)) {
        diagnostics.add(DiagnosticId.WRONG_ARGUMENTS, "`" + declared.name() + "` has no parameter `" + name + "`",
            declared.span());
      }
    }
    if (!declared.typeParameters().isEmpty()) {
      diagnostics.add(DiagnosticId.WRONG_TYPE_ARGUMENTS, "`" + declared.name()
          + "` has type parameters and cannot stand alone", declared.span(), "write a graph that uses it");
    }
    var values = new ArrayList<Value>();
    for (var parameter : declared.parameters()) {
      value(parameter, Optional.ofNullable(given.get(parameter.variable().name())), diagnostics)
          .ifPresent(values::add);
    }
    return diagnostics.errors() > before ? Optional.empty() : Optional.of(values);
  }

  private static Optional<Value> value(Component.Parameter parameter, Optional<String> given,
      Diagnostics diagnostics) {
    var variable = parameter.variable();
    if (given.isEmpty()) {
      if (parameter.byDefault().isEmpty()) {
        diagnostics.add(Diagnostic.of(DiagnosticId.WRONG_ARGUMENTS, "`" + variable.name() + "` needs a value",
            variable.span()));
        return Optional.empty();
      }
      return new Evaluator(diagnostics).value(parameter.byDefault().get(),
          Constants.of(List.of(), List.of(), List.of(), Map.of()));
    }
    var value = read(variable.type(), given.get().strip());
    if (value.isEmpty()) {
      diagnostics.add(DiagnosticId.WRONG_ARGUMENTS, "`" + given.get() + "` is no value for `"
          + variable.name() + "`",
          variable.span());
    }
    return value;
  }

  private static Optional<Value> read(Type type, String text) {
    return switch (type) {
      case Type.Bool _ when text.equals("true") || text.equals("false") ->
          Optional.of(new Value.Bool(text.equals("true")));
      case Type.Range _ -> {
        try {
          yield Optional.of(new Value.Int(Integer.parseInt(text)));
        } catch (NumberFormatException _) {
          yield Optional.empty();
        }
      }
      case Type.Enumeration(var name, var constants) -> {
        int ordinal = constants.indexOf(text.substring(text.lastIndexOf('.') + 1));
        yield ordinal < 0 ? Optional.empty()
            : Optional.of(new Value.Constant(new DataType.Enumeration(name, constants), ordinal));
      }
      case Type.Bool _, Type.Structure _, Type.Sequence _, Type.Signal _, Type.Text _, Type.Time _,
          Type.Opaque _,
          Type.Parameter _ -> Optional.empty();
    };
  }
}
