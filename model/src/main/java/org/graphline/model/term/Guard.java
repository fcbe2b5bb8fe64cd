package org.graphline.model.term;

import java.util.Optional;
import org.graphline.model.source.Span;

/// What a case of a `select` waits for.
public sealed interface Guard {

  /// Returns where the guard stands.
  Span span();

  /// `receive x from p`.
  record Receive(Optional<Variable> binding, PortUse port, Span span) implements Guard {}

  /// `accept x from p`; the case's statement is the body with the reply.
  record Accept(Optional<Variable> binding, PortUse port, Span span) implements Guard {}

  /// `sync b`.
  record Sync(PortUse barrier, Span span) implements Guard {}

  /// `end p`: fires once, when the line is finished.
  record End(PortUse port, Span span) implements Guard {}

  /// `after d`.
  record After(Expression duration, Span span) implements Guard {}

  /// `else`: nothing else is ready now.
  record Else(Span span) implements Guard {}

  /// Every line of the out-port array is refused. Not in the language: the prelude's `Split` goes home by it.
  record Unheard(Port port, Span span) implements Guard {}
}
