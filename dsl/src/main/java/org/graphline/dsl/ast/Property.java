package org.graphline.dsl.ast;

import java.util.List;
import org.graphline.model.source.Span;

/// A property of a graph.
public sealed interface Property {

  /// Returns the place of the property, a `not` before it left out.
  Span span();

  /// `deadlock free`
  record DeadlockFree(Span span) implements Property {}

  /// `livelock free`, or `livelock free progress on …`
  record LivelockFree(List<Reference> progress, Span span) implements Property {
    public LivelockFree {
      progress = List.copyOf(progress);
    }
  }

  /// `error free`
  record ErrorFree(Span span) implements Property {}

  /// `terminates`
  record Terminates(Span span) implements Property {}

  /// `shuts down`
  record ShutsDown(Span span) implements Property {}

  /// `always e`
  record Always(Expression condition, Span span) implements Property {}

  /// `never e`
  record Never(Expression condition, Span span) implements Property {}

  /// `p leads to q`
  record LeadsTo(Reference cause, Reference effect, Span span) implements Property {}

  /// `deterministic`
  record Deterministic(Span span) implements Property {}

  /// `refines S`, `refines traces S` or `refines divergences S`
  record Refines(Semantics semantics, Instance specification, Span span) implements Property {

    /// What is compared.
    public enum Semantics {
      FAILURES,
      TRACES,
      DIVERGENCES
    }
  }
}
