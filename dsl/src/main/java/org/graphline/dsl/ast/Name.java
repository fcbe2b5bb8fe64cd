package org.graphline.dsl.ast;

import org.graphline.model.source.Span;

/// One occurrence of an identifier.
public record Name(String text, Span span) {

  @Override
  public String toString() {
    return text;
  }
}
