package org.graphline.compiler.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.graphline.model.term.Component;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Extern;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Program;
import org.graphline.model.value.QualifiedName;

/// What each declaration needs from the people who use it: implementations of externs and of native
/// components. Lists are in the order of the names, so that generated code does not depend on the order of
/// files.
public final class Needs {
  private final Map<QualifiedName, Component> components = new HashMap<>();
  private final Map<QualifiedName, Graph> graphs = new HashMap<>();
  private final Map<QualifiedName, Needed> byGraph = new HashMap<>();
  private final Set<QualifiedName> shared = new HashSet<>();

  /// What one graph needs, for itself and for the graphs inside it.
  public record Needed(List<Extern> externs, List<Component> natives) {
    public Needed {
      externs = List.copyOf(externs);
      natives = List.copyOf(natives);
    }
  }

  private Needs() {}

  /// Returns the needs of every graph of `program`.
  public static Needs of(Program program) {
    var needs = new Needs();
    program.components().forEach(c -> needs.components.put(c.name(), c));
    program.graphs().forEach(g -> needs.graphs.put(g.name(), g));
    program.graphs().forEach(g -> desks(g.items(), desk -> needs.note(g, desk)));
    return needs;
  }

  /// Returns the externs that a component calls.
  public List<Extern> externs(Component component) {
    Map<QualifiedName, Extern> found = new TreeMap<>();
    if (!isNative(component)) {
      Terms.expressions(component, e -> {
        if (e instanceof Expression.ExternCall(var extern, _, _, _)) {
          found.put(extern.name(), extern);
        }
      });
    }
    return List.copyOf(found.values());
  }

  /// Returns what the graph called `name` needs.
  public Needed of(QualifiedName name) {
    Needed known = byGraph.get(name);
    if (known == null) {
      known = collect(graph(name));
      byGraph.put(name, known);
    }
    return known;
  }

  /// Reports whether a graph of another package uses the declaration, so that its Java must be public.
  public boolean isShared(QualifiedName name) {
    return shared.contains(name);
  }

  /// Reports whether `name` is a graph's.
  public boolean isGraph(QualifiedName name) {
    return graphs.containsKey(name);
  }

  /// Returns the graph called `name`.
  public Graph graph(QualifiedName name) {
    return found(graphs.get(name), name);
  }

  /// Returns the component called `name`.
  public Component component(QualifiedName name) {
    return found(components.get(name), name);
  }

  /// Reports whether Java does the component's work.
  public static boolean isNative(Component component) {
    return switch (component.origin()) {
      case NATIVE, NATIVE_WITHOUT_CONTRACT -> true;
      case WRITTEN, BUILT_IN -> false;
    };
  }

  /// Calls `visitor` for every desk among `items`, at any depth.
  public static void desks(List<Graph.Item> items, Consumer<Graph.Desk> visitor) {
    for (Graph.Item item : items) {
      switch (item) {
        case Graph.Desk desk -> visitor.accept(desk);
        case Graph.Replicated(_, _, _, var inner, _) -> desks(inner, visitor);
        case Graph.Wire _, Graph.BarrierLine _ -> { }
      }
    }
  }

  private void note(Graph user, Graph.Desk desk) {
    QualifiedName target = desk.construct().target();
    if (!target.packageName().equals(user.name().packageName())) {
      shared.add(target);
    }
  }

  private Needed collect(Graph graph) {
    Map<QualifiedName, Extern> externs = new TreeMap<>();
    Map<QualifiedName, Component> natives = new TreeMap<>(Comparator.naturalOrder());
    List<QualifiedName> targets = new ArrayList<>();
    desks(graph.items(), desk -> targets.add(desk.construct().target()));
    for (QualifiedName target : targets) {
      if (isGraph(target)) {
        Needed inner = of(target);
        inner.externs().forEach(e -> externs.put(e.name(), e));
        inner.natives().forEach(n -> natives.put(n.name(), n));
      } else {
        Component component = component(target);
        externs(component).forEach(e -> externs.put(e.name(), e));
        if (isNative(component)) {
          natives.put(component.name(), component);
        }
      }
    }
    return new Needed(List.copyOf(externs.values()), List.copyOf(natives.values()));
  }

  private static <T> T found(T declaration, QualifiedName name) {
    if (declaration == null) {
      throw new AssertionError(name + " is not declared");
    }
    return declaration;
  }
}
