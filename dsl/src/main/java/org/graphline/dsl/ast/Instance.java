package org.graphline.dsl.ast;

import java.util.List;
import org.graphline.model.source.Span;

/// A component or graph with its arguments: `Lossy<Frame>()`, and `Farm(workers = 2)` after `check`.
public record Instance(
    QualifiedName name, List<TypeName> typeArguments, List<Argument> arguments, Span span) {

  public Instance {
    typeArguments = List.copyOf(typeArguments);
    arguments = List.copyOf(arguments);
  }
}
