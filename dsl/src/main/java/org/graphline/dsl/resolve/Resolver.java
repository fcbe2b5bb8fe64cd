package org.graphline.dsl.resolve;

import java.util.List;

import org.graphline.dsl.ast.Argument;
import org.graphline.dsl.ast.Claim;
import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.GraphItem;
import org.graphline.dsl.ast.Instance;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.Parameter;
import org.graphline.dsl.ast.Port;
import org.graphline.dsl.ast.Property;
import org.graphline.dsl.ast.Reference;
import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.model.term.Variable;

/// Finds out what the names of a set of trees mean.
public final class Resolver {

  private final Bindings bindings = new Bindings();
  private final Diagnostics diagnostics;

  private Resolver(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /// Returns the meaning of the names in `trees`. Desks and what lies behind a dot are left to later phases.
  public static Bindings resolve(List<SyntaxTree> trees, Declarations declarations, Diagnostics diagnostics) {
    var resolver = new Resolver(diagnostics);
    for (var tree : trees) {
      var file = declarations.visibleIn(tree, resolver.bindings);
      resolver.bindings.visibleIn(tree, file);
      tree.declarations().forEach(declaration -> resolver.declaration(declaration, file));
    }
    return resolver.bindings;
  }

  private void declaration(Declaration declaration, FileNames file) {
    switch (declaration) {
      case Declaration.Constant constant -> plain(file).expression(constant.value(), Scope.outermost(constant.span()));
      case Declaration.JavaType _ -> {}
      case Declaration.Alias alias -> plain(file).type(alias.type(), Scope.outermost(alias.span()));
      case Declaration.Enumeration enumeration ->
          plain(file).names.distinct(enumeration.constants(), "constant");
      case Declaration.RecordType record -> {
        var resolver = plain(file);
        record.fields().forEach(field -> resolver.type(field.type(), Scope.outermost(field.span())));
        resolver.names.distinct(record.fields().stream().map(Declaration.Field::name).toList(), "field");
      }
      case Declaration.Extern extern -> extern(extern, plain(file));
      case Declaration.Component component ->
          new BehaviorResolver(names(file, component.typeParameters()), component.name().text())
              .component(component);
      case Declaration.Graph graph -> graph(graph,
          new ExpressionResolver(names(file, graph.typeParameters()), graph.name().text()));
      case Declaration.Check check -> check(check, plain(file));
      case Declaration.Scenario scenario -> scenario(scenario, plain(file));
    }
  }

  private Names names(FileNames file, List<Name> typeParameters) {
    return new Names(file, typeParameters, bindings, diagnostics);
  }

  private ExpressionResolver plain(FileNames file) {
    return new ExpressionResolver(names(file, List.of()), "");
  }

  private static void extern(Declaration.Extern extern, ExpressionResolver resolver) {
    resolver.names.distinct(extern.functions().stream().map(Declaration.Function::name).toList(), "function");
    for (var function : extern.functions()) {
      resolver.names.distinct(function.parameters().stream().map(Parameter::name).toList(), "parameter");
      function.parameters().forEach(parameter -> resolver.type(parameter.type(), Scope.outermost(function.span())));
      function.result().ifPresent(result -> resolver.type(result, Scope.outermost(function.span())));
    }
  }

  private static void graph(Declaration.Graph graph, ExpressionResolver resolver) {
    var scope = Scope.outermost(graph.span());
    graph.parameters().forEach(parameter -> resolver.parameter(parameter, scope));
    graph.items().forEach(item -> item(item, resolver, scope));
  }

  private static void item(GraphItem item, ExpressionResolver resolver, Scope scope) {
    switch (item) {
      case GraphItem.Exposed(var port, _) -> port(port, resolver, scope);
      case GraphItem.Desk(_, _, var index, var instance, _) -> {
        index.ifPresent(e -> resolver.expression(e, scope));
        instance(instance, resolver, scope);
      }
      case GraphItem.Wire(var stations, var arrows, _) -> {
        for (var station : stations) {
          station.ends().forEach(end -> end(end, resolver, scope));
        }
        arrows.forEach(arrow -> arrow.options().forEach(option -> option(option, resolver, scope)));
      }
      case GraphItem.Meeting(_, var members, _) ->
          members.forEach(member -> reference(member, resolver, scope));
      case GraphItem.Replicated(var name, var range, var items, var span) -> {
        resolver.range(range, scope);
        var inner = scope.inner(span);
        resolver.declare(name, Variable.Kind.INDEX, inner);
        items.forEach(i -> item(i, resolver, inner));
      }
    }
  }

  private static void port(Port port, ExpressionResolver resolver, Scope scope) {
    switch (port) {
      case Port.Data data -> {
        data.size().ifPresent(size -> resolver.expression(size, scope));
        resolver.type(data.type(), scope);
      }
      case Port.Service service -> {
        service.size().ifPresent(size -> resolver.expression(size, scope));
        resolver.type(service.request(), scope);
        resolver.type(service.answer(), scope);
      }
      case Port.Barrier _ -> {}
    }
  }

  private static void end(GraphItem.End end, ExpressionResolver resolver, Scope scope) {
    switch (end) {
      case GraphItem.End.Fresh(var instance, _) -> instance(instance, resolver, scope);
      case GraphItem.End.Existing(var reference, _) -> reference(reference, resolver, scope);
    }
  }

  private static void option(GraphItem.LineOption option, ExpressionResolver resolver, Scope scope) {
    switch (option) {
      case GraphItem.LineOption.Any _, GraphItem.LineOption.All _ -> {}
      case GraphItem.LineOption.Capacity(var size, _) -> resolver.expression(size, scope);
      case GraphItem.LineOption.Overwriting(var size, _) -> resolver.expression(size, scope);
      case GraphItem.LineOption.Dropping(var size, _) -> resolver.expression(size, scope);
    }
  }

  private static void reference(Reference reference, ExpressionResolver resolver, Scope scope) {
    for (var part : reference.parts()) {
      if (part.subscript().isPresent() && part.subscript()
          .get() instanceof Reference.Subscript.At(var index, _)) {
        resolver.expression(index, scope);
      }
    }
  }

  private static void instance(Instance instance, ExpressionResolver resolver, Scope scope) {
    resolver.names.staff(instance.name());
    instance.typeArguments().forEach(type -> resolver.type(type, scope));
    for (var argument : instance.arguments()) {
      switch (argument) {
        case Argument.Positional(var value, _) -> resolver.expression(value, scope);
        case Argument.Named(_, var value, _) -> resolver.expression(value, scope);
        case Argument.Sweep(_, var range, _) -> resolver.range(range, scope);
        case Argument.Open(_, var first, _) -> resolver.expression(first, scope);
      }
    }
  }

  private static void check(Declaration.Check check, ExpressionResolver resolver) {
    instance(check.target(), resolver, Scope.outermost(check.span()));
    check.colorings().forEach(coloring -> resolver.names.type(coloring.type()));
    for (Claim claim : check.claims()) {
      property(claim.property(), new PropertyResolver(resolver.names));
    }
  }

  private static void property(Property property, ExpressionResolver resolver) {
    var scope = Scope.outermost(property.span());
    switch (property) {
      case Property.DeadlockFree _, Property.ErrorFree _, Property.Terminates _, Property.ShutsDown _,
          Property.Deterministic _ -> {}
      case Property.LivelockFree(var progress, _) -> progress.forEach(r -> reference(r, resolver, scope));
      case Property.Always(var condition, _) -> resolver.expression(condition, scope);
      case Property.Never(var condition, _) -> resolver.expression(condition, scope);
      case Property.LeadsTo(var cause, var effect, _) -> {
        reference(cause, resolver, scope);
        reference(effect, resolver, scope);
      }
      case Property.Refines(_, var specification, _) -> instance(specification, resolver, scope);
    }
  }

  private static void scenario(Declaration.Scenario scenario, ExpressionResolver resolver) {
    var scope = Scope.outermost(scenario.span());
    instance(scenario.target(), resolver, scope);
    var inGraph = new PropertyResolver(resolver.names);
    for (var story : scenario.stories()) {
      for (var event : story.events()) {
        reference(event.subject(), inGraph, scope);
        event.value().ifPresent(value -> inGraph.expression(value, scope));
      }
    }
  }

  /// Resolves what is said of a graph: unknown names may be its desks, ports and parameters, which it knows.
  private static final class PropertyResolver extends ExpressionResolver {
    PropertyResolver(Names names) {
      super(names, "");
    }

    @Override
    void unknownVariable(Name name, Scope scope) {
      // something of the graph that is checked, or reported when the property is typed
    }
  }
}
