package org.graphline.dsl.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.model.source.Span;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Program;
import org.graphline.model.value.QualifiedName;

/// No graph contains itself, directly or through others (GL0207).
public final class GraphsInside {

  private final Map<QualifiedName, Graph> graphs = new HashMap<>();
  private final Set<QualifiedName> finished = new HashSet<>();
  private final List<Step> path = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<QualifiedName> endless = new HashSet<>();

  private record Step(QualifiedName graph, Span desk) {}

  private GraphsInside() {}

  /// What is wrong, and the graphs that would never end.
  public record Result(List<Diagnostic> diagnostics, Set<QualifiedName> endless) {}

  /// Returns the graphs of `program` that contain themselves or such a graph.
  public static Result check(Program program) {
    var rule = new GraphsInside();
    program.graphs().forEach(graph -> rule.graphs.put(graph.name(), graph));
    program.graphs().forEach(graph -> rule.visit(graph.name(), graph.span()));
    return new Result(rule.diagnostics, rule.endless);
  }

  private void visit(QualifiedName name, Span desk) {
    int start = indexOf(name);
    if (start >= 0) {
      report(start, desk);
      return;
    }
    if (!finished.contains(name)) {
      path.add(new Step(name, desk));
      inner(graphs.get(name).items()).forEach(this::visit);
      path.removeLast();
      finished.add(name);
    }
    if (endless.contains(name)) {
      path.forEach(step -> endless.add(step.graph()));
    }
  }

  private int indexOf(QualifiedName name) {
    for (int i = 0; i < path.size(); i++) {
      if (path.get(i).graph().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private void report(int start, Span desk) {
    var names = new ArrayList<String>();
    for (var step : path.subList(start, path.size())) {
      names.add(step.graph().simple());
    }
    names.add(path.get(start).graph().simple());
    var diagnostic = Diagnostic.of(DiagnosticId.GRAPH_INSIDE_ITSELF, "a graph cannot contain itself: "
        + String.join(" → ", names), desk);
    for (var step : path.subList(start + 1, path.size())) {
      diagnostic = diagnostic.related(step.desk(), "contains `" + step.graph().simple() + "`");
    }
    diagnostics.add(diagnostic.help("write the rounds out with a row of desks: `for i in 0..n { … }`"));
    path.forEach(step -> endless.add(step.graph()));
  }

  private Map<QualifiedName, Span> inner(List<Graph.Item> items) {
    var inner = new LinkedHashMap<QualifiedName, Span>();
    for (var item : items) {
      switch (item) {
        case Graph.Desk desk -> {
          if (graphs.containsKey(desk.construct().target())) {
            inner.putIfAbsent(desk.construct().target(), desk.span());
          }
        }
        case Graph.Replicated replicated -> inner(replicated.items()).forEach(inner::putIfAbsent);
        case Graph.Wire _, Graph.BarrierLine _ -> {}
      }
    }
    return inner;
  }
}
