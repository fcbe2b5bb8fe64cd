package org.graphline.dsl.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.model.source.Span;
import org.graphline.model.value.QualifiedName;

/// A network under construction: its desks, arrows and calls, before arrows are joined to lines.
final class Plan {

  final Faces faces = new Faces();
  final List<Segment> segments = new ArrayList<>();
  final List<Link> links = new ArrayList<>();
  final List<Meeting> meetings = new ArrayList<>();
  final List<Integer> untyped = new ArrayList<>();
  final Map<Integer, Level> levels = new HashMap<>();
  final Set<QualifiedName> broken;
  final Shapes shapes;
  final Diagnostics diagnostics;

  Plan(Shapes shapes, Set<QualifiedName> broken, Diagnostics diagnostics) {
    this.shapes = shapes;
    this.broken = new HashSet<>(broken);
    this.diagnostics = diagnostics;
  }

  /// An arrow from a client to a server.
  record Link(int source, int target, Span span) {}

  /// A barrier with its members' faces.
  record Meeting(String name, int level, int[] members, Span span) {}

  /// Reports whether something in the graph of `level` was left out because it was wrong.
  boolean isBroken(int level) {
    return broken.contains(levels.get(level).graph().name());
  }
}
