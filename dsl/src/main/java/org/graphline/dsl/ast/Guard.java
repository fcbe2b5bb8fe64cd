package org.graphline.dsl.ast;

import java.util.Optional;
import org.graphline.model.source.Span;

/// What a case of a `select` waits for.
public sealed interface Guard {

  /// Returns the place of the guard.
  Span span();

  /// `receive x from p`
  record Receive(Optional<Name> binding, PortUse port, Span span) implements Guard {}

  /// `accept x from p`
  record Accept(Optional<Name> binding, PortUse port, Span span) implements Guard {}

  /// `sync b`
  record Sync(Name barrier, Span span) implements Guard {}

  /// `end p`
  record End(PortUse port, Span span) implements Guard {}

  /// `after 20ms`
  record After(Expression duration, Span span) implements Guard {}

  /// `else`
  record Otherwise(Span span) implements Guard {}
}
