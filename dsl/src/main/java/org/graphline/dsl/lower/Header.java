package org.graphline.dsl.lower;

import java.util.List;
import java.util.Optional;

import org.graphline.model.source.Span;
import org.graphline.model.term.Component;
import org.graphline.model.term.Port;
import org.graphline.model.value.QualifiedName;

/// What one must know of a component or graph to make a desk of it and wire it.
record Header(QualifiedName name, boolean isGraph, List<String> typeParameters,
    List<Component.Parameter> parameters, List<Port> ports, Span span) {

  static Header of(Component component) {
    return new Header(component.name(), false, component.typeParameters(), component.parameters(),
        component.ports(), component.span());
  }

  Optional<Port> port(String name) {
    return ports.stream().filter(port -> port.name().equals(name)).findFirst();
  }

  boolean isBuiltIn() {
    return span.equals(Span.BUILT_IN);
  }
}
