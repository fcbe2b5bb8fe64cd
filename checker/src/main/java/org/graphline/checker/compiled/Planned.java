package org.graphline.checker.compiled;

import java.util.List;

/// A method that adds steps.
sealed interface Planned {

  String name();

  /// Runs the body for the value of the field.
  ///
  /// @param field the field that leads; -1 if none does, and there is one body
  /// @param index where the table lies that has for each value the number of its case; -1 if the value is
  ///              switched on
  record Leaf(String name, int field, int index, List<Case> cases) implements Planned {
    public Leaf {
      cases = List.copyOf(cases);
    }
  }

  /// A body.
  ///
  /// @param parts the methods that the body consists of; none if it is small and stands where it is needed
  record Case(Body body, List<String> parts) {
    public Case {
      parts = List.copyOf(parts);
    }
  }

  /// Calls the leaf that has the value of the field.
  record Router(String name, int field, int index, List<Leaf> leaves) implements Planned {
    public Router {
      leaves = List.copyOf(leaves);
    }
  }

  /// The rules `from` to `to - 1` of a body.
  record Part(String name, Body body, int from, int to) implements Planned {}

  /// Calls methods one after the other.
  record Chain(String name, List<String> calls) implements Planned {
    public Chain {
      calls = List.copyOf(calls);
    }
  }
}
