package org.graphline.model.term;

import java.util.List;
import java.util.Optional;
import org.graphline.model.source.Span;
import org.graphline.model.value.QualifiedName;

/// Everything declared in a set of files, checked and resolved. The prelude's components are part of it.
public record Program(List<TypeDeclaration> types, List<Extern> externs, List<Component> components,
    List<Graph> graphs, List<Check> checks) {
  public Program {
    types = List.copyOf(types);
    externs = List.copyOf(externs);
    components = List.copyOf(components);
    graphs = List.copyOf(graphs);
    checks = List.copyOf(checks);
  }

  /// A declared enumeration, record or Java type; aliases of other types have been replaced by what they mean.
  public record TypeDeclaration(QualifiedName name, Type type, Optional<String> doc, Span span) {}

  /// Returns the component of that name.
  public Optional<Component> component(QualifiedName name) {
    return components.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  /// Returns the graph of that name.
  public Optional<Graph> graph(QualifiedName name) {
    return graphs.stream().filter(g -> g.name().equals(name)).findFirst();
  }
}
