package org.graphline.dsl.lower;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.graphline.dsl.ast.Name;
import org.graphline.model.term.Component;
import org.graphline.model.term.Variable;
import org.graphline.model.value.QualifiedName;

/// What can be seen inside components and graphs from a check: desks, marks, variables.
final class Inside {

  private final Map<QualifiedName, DeskTable> desks = new HashMap<>();
  private final Map<QualifiedName, Map<String, Name>> marks = new HashMap<>();
  private final Map<QualifiedName, List<Component.StateVariable>> state = new HashMap<>();
  private final Set<Variable> inspected = new HashSet<>();

  /// Notes that a condition looks at `variable`.
  void inspect(Variable variable) {
    inspected.add(variable);
  }

  boolean isInspected(Variable variable) {
    return inspected.contains(variable);
  }

  void add(Header graph, DeskTable table) {
    desks.put(graph.name(), table);
  }

  void add(Component component, Map<String, Name> marked) {
    marks.put(component.name(), marked);
    state.put(component.name(), component.state());
  }

  DeskTable desks(QualifiedName graph) {
    return desks.get(graph);
  }

  /// Returns the marks of a component, each with the first place where it is set.
  Map<String, Name> marks(QualifiedName component) {
    return marks.getOrDefault(component, Map.of());
  }

  List<Component.StateVariable> state(QualifiedName component) {
    return state.getOrDefault(component, List.of());
  }
}
