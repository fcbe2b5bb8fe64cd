package org.graphline.conformance.random;

import java.util.ArrayList;
import java.util.List;

/// What is in scope at one place of a behavior.
///
/// @param ports  the ports that may be used here
/// @param fixed  names that cannot be assigned: bindings and indices
/// @param vars   names that can
/// @param depth  how many statements enclose this place
record Names(List<Plan.Port> ports, List<Name> fixed, List<Name> vars, int depth) {

  /// A name and its type.
  record Name(String name, Kind kind) {}

  /// Returns the same names one block deeper.
  Names inside() {
    return new Names(ports, new ArrayList<>(fixed), new ArrayList<>(vars), depth + 1);
  }

  /// Returns the same place with fewer ports.
  Names with(List<Plan.Port> fewer) {
    return new Names(fewer, new ArrayList<>(fixed), new ArrayList<>(vars), depth);
  }

  /// Returns the place of a branch of a `par` that may not touch what can be assigned.
  Names aside(List<Plan.Port> own) {
    return new Names(own, new ArrayList<>(fixed), new ArrayList<>(), depth + 1);
  }

  /// Returns the names of `kind`.
  List<String> of(Kind kind) {
    var all = new ArrayList<String>();
    fixed.stream().filter(n -> n.kind() == kind).forEach(n -> all.add(n.name()));
    vars.stream().filter(n -> n.kind() == kind).forEach(n -> all.add(n.name()));
    return all;
  }
}
