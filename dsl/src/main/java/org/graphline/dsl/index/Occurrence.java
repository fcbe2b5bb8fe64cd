package org.graphline.dsl.index;

import org.graphline.model.source.Span;

/// A name in the text and what it leads to. Where something is declared it leads to itself.
public record Occurrence(Span span, Definition definition) {

  /// Reports whether the name is the one that declares it.
  public boolean isDeclaration() {
    return span.equals(definition.name().span());
  }
}
