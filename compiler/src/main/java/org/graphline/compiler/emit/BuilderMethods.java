package org.graphline.compiler.emit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphline.compiler.plan.Needs;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port;
import org.graphline.model.value.QualifiedName;

/// What the methods of a graph's builder are called: like what they set, unless Java or the builder has another use
/// for that name.
public final class BuilderMethods {
  private static final List<String> OWN = List.of("start", "options", "said");

  private final Map<String, String> parameters = new HashMap<>();
  private final Map<QualifiedName, String> givens = new HashMap<>();
  private final Map<String, String> callers = new HashMap<>();

  private BuilderMethods() {}

  /// Returns the names for `graph`.
  ///
  /// @param needed what the graph has to be given
  public static BuilderMethods of(Graph graph, Needs.Needed needed) {
    var methods = new BuilderMethods();
    JavaNames values = JavaNames.forMembers(OWN);
    graph.parameters().forEach(p -> methods.parameters.put(p.variable().name(), values.name(p.variable().name())));
    JavaNames names = JavaNames.forMembers(OWN);
    needed.externs().forEach(e -> methods.give(e.name(), names));
    needed.natives().forEach(c -> methods.give(c.name(), names));
    graph.ports().stream().filter(p -> p.direction() == Port.Direction.CLIENT)
        .forEach(p -> methods.callers.put(p.name(), names.name(JavaNames.lowerCamel(p.name()))));
    return methods;
  }

  private void give(QualifiedName name, JavaNames names) {
    givens.put(name, names.name(JavaNames.lowerCamel(name.simple())));
  }

  /// Returns the method that sets the parameter `name`.
  public String parameter(String name) {
    return parameters.get(name);
  }

  /// Returns the method that says who does the work of an extern, or how to make a native component.
  public String given(QualifiedName name) {
    return givens.get(name);
  }

  /// Returns the method that says how calls from the exposed port `name` are answered.
  String caller(String name) {
    return callers.get(name);
  }
}
