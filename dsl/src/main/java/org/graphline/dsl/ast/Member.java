package org.graphline.dsl.ast;

import org.graphline.model.source.Span;

/// What can stand in a component before its body.
public sealed interface Member permits Port, Variable {

  /// Returns the name declared.
  Name name();

  /// Returns the stretch from the first word to the semicolon.
  Span span();
}
