package org.graphline.dsl.type;

/// Where an expression stands, which says what it may do.
public enum Place {
  /// Known before anything runs: literals, constants, parameters and indices of replicated parts.
  CONSTANT,
  /// The `when` of a case, or an `assert`: Java may be asked, but nothing changes.
  GUARD,
  /// A property: the variables of desks are looked at, and Java is not asked.
  PROPERTY,
  /// Anywhere else in a behavior.
  STATEMENT
}
