package org.graphline.model.term;

/// What is compared when a graph is held against a specification (rule R9).
public enum Comparison {
  /// What happens at the exposed ports: `refines traces S`.
  TRACES,
  /// That, and what is refused there when nothing moves inside: `refines S`.
  FAILURES,
  /// That, and whether it may go on for ever without anything happening there: `refines divergences S`.
  DIVERGENCES
}
