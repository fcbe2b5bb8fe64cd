package org.graphline.compiler.emit;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.graphline.compiler.plan.Needs;
import org.graphline.model.term.Component;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port;
import org.graphline.model.term.Program;

/// What one declaration's Java has to know of the others.
///
/// @param typeNames the names of all generated types, which no variable may hide
record Declarations(Needs needs, Set<String> typeNames) {
  Declarations {
    typeNames = Collections.unmodifiableSet(new TreeSet<>(typeNames));
  }

  static Declarations of(Program program) {
    Set<String> names = new TreeSet<>();
    program.types().forEach(t -> names.add(t.name().simple()));
    program.externs().forEach(e -> names.add(e.name().simple()));
    program.components().forEach(c -> names.add(c.name().simple()));
    program.graphs().forEach(g -> names.add(g.name().simple()));
    return new Declarations(Needs.of(program), names);
  }

  /// Returns what the parts of `graph` are called.
  GraphNames names(Graph graph) {
    return new GraphNames(graph, needs.of(graph.name()), typeNames);
  }

  /// Returns the names of a component's ports, in order. They are the first names of its class, so that
  /// graphs can tell them too.
  List<String> ports(Component component) {
    JavaNames names = JavaNames.forVariables(typeNames);
    return component.ports().stream().map(port -> names.name(port.name())).toList();
  }

  /// Returns the name of the field that holds `port`.
  String port(Component component, Port port) {
    return component.origin() == Component.Origin.BUILT_IN ? port.name() : ports(component).get(port.index());
  }
}
