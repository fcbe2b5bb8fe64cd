package org.graphline.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.graphline.compiler.plan.Needs;
import org.graphline.model.term.Component;
import org.graphline.model.term.Extern;
import org.graphline.model.term.Graph;
import org.graphline.model.value.QualifiedName;

/// What the parts of one graph's Java are called, and what its wiring is given: parameters, then Java
/// functions, then native components.
final class GraphNames {
  private final Graph graph;
  private final Needs.Needed needed;
  private final TypeNames types = TypeNames.declared();
  private final Scope scope;
  private final Map<String, String> ports = new HashMap<>();
  private final Map<QualifiedName, String> givens = new HashMap<>();

  /// One thing that a graph has to be given.
  record Given(TypeName type, String name) {}

  GraphNames(Graph graph, Needs.Needed needed, Collection<String> typeNames) {
    this.graph = graph;
    this.needed = needed;
    this.scope = Scope.outermost(JavaNames.forVariables(typeNames));
    for (String taken : List.of("wiring", "desks", "network", "builder", "options")) {
      scope.fresh(taken);
    }
    graph.ports().forEach(port -> ports.put(port.name(), scope.fresh(port.name())));
    graph.parameters().forEach(parameter -> scope.declare(parameter.variable()));
    needed.externs().forEach(
        extern -> givens.put(extern.name(), scope.fresh(JavaNames.lowerCamel(extern.name().simple()))));
    needed.natives().forEach(
        component -> givens.put(component.name(), scope.fresh("make" + component.name().simple())));
  }

  /// Returns the names of the builder's methods.
  BuilderMethods builderMethods() {
    return BuilderMethods.of(graph, needed);
  }

  /// Returns the names of the parameters.
  Scope scope() {
    return scope;
  }

  /// Returns the field that holds the exposed port called `name`.
  String port(String name) {
    return ports.get(name);
  }

  /// Returns the name of an implementation that is given.
  String given(QualifiedName name) {
    return givens.get(name);
  }

  /// Returns the externs whose implementations are given.
  List<Extern> externs() {
    return needed.externs();
  }

  /// Returns the native components that are given.
  List<Component> natives() {
    return needed.natives();
  }

  /// Returns the graph's own class.
  ClassName outer() {
    return JavaNames.type(graph.name());
  }

  /// Returns the nested class that holds the desks of the graph called `name`.
  static ClassName desks(QualifiedName name) {
    return nested(name, "Desks");
  }

  /// Returns the nested class that collects what the graph needs.
  ClassName builder() {
    return nested(graph.name(), "Builder");
  }

  private static ClassName nested(QualifiedName graph, String simple) {
    ClassName outer = JavaNames.type(graph);
    return outer.nestedClass(outer.simpleName().equals(simple) ? simple + "_" : simple);
  }

  /// Returns what the wiring is given, in order.
  List<Given> givens() {
    List<Given> result = new ArrayList<>();
    graph.parameters().forEach(
        p -> result.add(new Given(types.plain(p.variable().type()), scope.text(p.variable()))));
    needed.externs().forEach(e -> result.add(new Given(extern(e), given(e.name()))));
    needed.natives().forEach(n -> result.add(new Given(supplier(n), given(n.name()))));
    return result;
  }

  static TypeName extern(Extern extern) {
    return JavaNames.type(extern.name());
  }

  /// Returns the type of what makes a native component.
  static TypeName supplier(Component component) {
    return DeskEmitter.hasMaker(component) ? DeskEmitter.maker(component)
        : ParameterizedTypeName.get(ClassName.get(Supplier.class),
            WildcardTypeName.subtypeOf(JavaNames.type(component.name())));
  }
}
