package org.graphline.dsl.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.model.network.Constants;
import org.graphline.model.source.Span;
import org.graphline.model.term.Check;
import org.graphline.model.term.Component;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Program;
import org.graphline.model.term.Type;
import org.graphline.model.value.DataType;
import org.graphline.model.value.QualifiedName;
import org.graphline.model.value.Value;

/// Makes networks and claims of the checks of one program.
public final class Elaborator {

  private static final int MOST_RUNS = 10_000;

  private final Program program;
  private final Set<QualifiedName> broken;

  /// @param broken graphs with holes, whose unconnected ports are not worth a word
  public Elaborator(Program program, Set<QualifiedName> broken) {
    this.program = program;
    this.broken = Set.copyOf(broken);
  }

  /// Returns one elaboration for each combination of the arguments of `check`.
  /// Of an open range those that a [Family] calls small.
  public List<Elaboration> elaborate(Check check) {
    if (check.arguments().stream().anyMatch(Check.Argument::open)) {
      return family(check).small();
    }
    var diagnostics = new Diagnostics();
    var evaluator = new Evaluator(diagnostics);
    var types = types(typeArguments(check), colors(check), evaluator, check.span());
    var runs = runs(check.arguments(), evaluator, diagnostics);
    if (types.isEmpty() || runs.isEmpty()) {
      return List.of(new Elaboration(Optional.empty(), List.of(), diagnostics.sorted()));
    }
    return runs.get().stream().map(values -> run(check, types.get(), values)).toList();
  }

  /// Returns the networks of a check over an open range. If something is wrong one elaboration says so.
  public Family family(Check check) {
    return new Families(program, this).of(check);
  }

  /// Returns the arguments of a check without ranges that have an end, the least value of an open one among them.
  Optional<List<Value>> least(Check check, Diagnostics diagnostics) {
    return runs(check.arguments(), new Evaluator(diagnostics), diagnostics).map(List::getFirst);
  }

  /// Returns the network and the claims of a check with these arguments.
  Elaboration with(Check check, List<Value> values) {
    var diagnostics = new Diagnostics();
    var types = types(typeArguments(check), colors(check), new Evaluator(diagnostics), check.span());
    return types.isEmpty() ? new Elaboration(Optional.empty(), List.of(), diagnostics.sorted())
        : run(check, types.get(), values);
  }

  /// Returns what the parameters stand for if they have these values, all but the one at `open`: whatever depends on
  /// that one is not constant.
  Optional<Constants> constants(Check check, Graph graph, List<Value> values, int open) {
    var parameters = new ArrayList<>(graph.parameters());
    var known = new ArrayList<>(values);
    parameters.remove(open);
    known.remove(open);
    return types(typeArguments(check), colors(check), new Evaluator(new Diagnostics()), check.span())
        .map(types -> Constants.of(parameters, known, types, colors(check)));
  }

  /// Returns the network of a graph whose parameters have these values, in order.
  public Elaboration elaborate(QualifiedName graph, List<Value> arguments, Span place) {
    var diagnostics = new Diagnostics();
    var shapes = new Shapes(program, Map.of(), diagnostics);
    var places = arguments.stream().map(_ -> place).toList();
    var elaborated = shapes.arguments(graph, arguments, places, List.of())
        .flatMap(values -> new NetworkBuilder(new Plan(shapes, broken, diagnostics))
        .build(graph, List.of(), values));
    return new Elaboration(elaborated.map(Elaborated::network), List.of(), diagnostics.sorted());
  }

  /// Returns the network of a component by itself, all its ports exposed, hand to hand. It has no barrier.
  public Elaboration alone(Component component, List<Value> arguments) {
    var diagnostics = new Diagnostics();
    var shapes = new Shapes(program, Map.of(), diagnostics);
    var places = arguments.stream().map(_ -> component.span()).toList();
    var network = shapes.arguments(component.name(), arguments, places, List.of())
        .flatMap(values -> shapes.shape(component.name(), List.of(), values))
        .map(shape -> LoneDesk.of(shape, component.span()));
    return new Elaboration(network, List.of(), diagnostics.sorted());
  }

  private static List<Type> typeArguments(Check check) {
    return switch (check) {
      case Check.Claims claims -> claims.typeArguments();
      case Check.Scenario scenario -> scenario.typeArguments();
    };
  }

  private static Map<QualifiedName, List<String>> colors(Check check) {
    var colors = new HashMap<QualifiedName, List<String>>();
    if (check instanceof Check.Claims claims) {
      claims.colorings().forEach(coloring -> colors.put(coloring.type().name(), coloring.colors()));
    }
    return colors;
  }

  private static Optional<List<DataType>> types(List<Type> arguments, Map<QualifiedName, List<String>> colors,
      Evaluator evaluator, Span place) {
    var types = new ArrayList<DataType>();
    for (var argument : arguments) {
      evaluator.type(argument, Constants.of(List.of(), List.of(), List.of(), colors), place)
          .ifPresent(types::add);
    }
    return types.size() == arguments.size() ? Optional.of(types) : Optional.empty();
  }

  /// Returns all combinations of the arguments, the last one changing fastest.
  private static Optional<List<List<Value>>> runs(List<Check.Argument> arguments, Evaluator evaluator,
      Diagnostics diagnostics) {
    var none = Constants.of(List.of(), List.of(), List.of(), Map.of());
    List<List<Value>> runs = List.of(List.of());
    for (var argument : arguments) {
      var values = new ArrayList<Value>();
      var first = evaluator.value(argument.first(), none);
      if (first.isEmpty()) {
        return Optional.empty();
      }
      if (argument.last().isEmpty()) {
        values.add(first.get());
      } else {
        var last = evaluator.integer(argument.last().get(), none);
        long low = first.get() instanceof Value.Int(int number) ? number : 0;
        long size = last.map(high -> high - low + 1).orElse(0L) * runs.size();
        if (size > MOST_RUNS) {
          diagnostics.add(DiagnosticId.TOO_LARGE, "these arguments make " + size + " runs", argument.span(),
              "up to " + MOST_RUNS + " are possible in one check");
          return Optional.empty();
        }
        for (long value = low; last.isPresent() && value <= last.get(); value++) {
          values.add(new Value.Int((int) value));
        }
      }
      runs = combined(runs, values);
    }
    return Optional.of(runs);
  }

  private static List<List<Value>> combined(List<List<Value>> runs, List<Value> values) {
    var more = new ArrayList<List<Value>>();
    for (var run : runs) {
      for (var value : values) {
        var longer = new ArrayList<>(run);
        longer.add(value);
        more.add(longer);
      }
    }
    return more;
  }

  private Elaboration run(Check check, List<DataType> types, List<Value> values) {
    var diagnostics = new Diagnostics();
    var shapes = new Shapes(program, colors(check), diagnostics);
    var places = check.arguments().stream().map(Check.Argument::span).toList();
    var elaborated = shapes.arguments(check.graph(), values, places, types)
        .flatMap(v -> new NetworkBuilder(new Plan(shapes, broken, diagnostics))
        .build(check.graph(), types, v));
    var claims = elaborated.map(e -> new ClaimResolver(e, diagnostics).claims(check)).orElse(List.of());
    return new Elaboration(elaborated.map(Elaborated::network), claims, diagnostics.sorted());
  }
}
