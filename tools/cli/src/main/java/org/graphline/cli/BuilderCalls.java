package org.graphline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graphline.cli.launch.Launch;
import org.graphline.compiler.emit.BuilderMethods;
import org.graphline.compiler.plan.Needs;
import org.graphline.model.term.Component;
import org.graphline.model.term.Extern;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Program;
import org.graphline.model.term.Type;
import org.graphline.model.value.QualifiedName;

/// What the builder of a graph has to be told before it starts.
final class BuilderCalls {
  private BuilderCalls() {}

  /// Returns the externs and native components that the graph needs somebody for.
  static List<Launch.Need> needs(Program program, Graph graph) {
    Needs.Needed needed = Needs.of(program).of(graph.name());
    BuilderMethods methods = BuilderMethods.of(graph, needed);
    var needs = new ArrayList<Launch.Need>();
    for (Extern extern : needed.externs()) {
      needs.add(need("extern", extern.name(), methods, false));
    }
    for (Component component : needed.natives()) {
      needs.add(need("native component", component.name(), methods, true));
    }
    return needs;
  }

  private static Launch.Need need(String kind, QualifiedName name, BuilderMethods methods, boolean isMaker) {
    return new Launch.Need(kind, name.toString(), methods.given(name), isMaker);
  }

  /// Returns the calls that set parameters: `.workers(2)`.
  static List<String> values(Program program, Graph graph, Map<String, String> arguments) {
    BuilderMethods methods = BuilderMethods.of(graph, Needs.of(program).of(graph.name()));
    var calls = new ArrayList<String>();
    for (Component.Parameter parameter : graph.parameters()) {
      String value = arguments.get(parameter.variable().name());
      if (value != null) {
        calls.add("." + methods.parameter(parameter.variable().name()) + "(" + java(value, parameter.variable().type()) + ")");
      }
    }
    return calls;
  }

  private static String java(String value, Type type) {
    return type instanceof Type.Enumeration enumeration
        ? enumeration.name() + "." + value.substring(value.lastIndexOf('.') + 1) : value;
  }
}
