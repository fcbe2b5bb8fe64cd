package org.graphline.model.term;

import org.graphline.model.source.Span;

/// A name that stands for a value.
///
/// @param id   unique within its component, graph or check; uses and declaration carry the same id
/// @param span where the name is declared
public record Variable(int id, String name, Type type, Kind kind, Span span) {

  /// What brought the name about, which also says whether it can change.
  public enum Kind {
    /// A parameter of the component or graph.
    PARAMETER,
    /// A `var` of the component: assignable, lives as long as the component.
    STATE,
    /// A `var` inside a behavior: assignable, lives as long as its block.
    LOCAL,
    /// Bound once by `let`, `receive`, `accept` or `call`.
    BINDING,
    /// The index of a `for`, `par for`, replicated case or replicated desk.
    INDEX
  }
}
