package org.graphline.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.graphline.compiler.plan.Needs;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port;
import org.graphline.model.term.Reference;
import org.graphline.model.term.Type;
import org.graphline.model.value.QualifiedName;

/// What the references of a graph's arrows are in Java.
final class Ends {
  private final Graph graph;
  private final Declarations declarations;
  private final GraphNames names;
  private final Map<String, DesksEmitter.Row> rows;
  private final ExpressionEmitter expressions;
  private final Map<String, List<Graph.Desk>> desks = new HashMap<>();

  /// @param rows the Java of the desks, by name; filled in later
  Ends(Graph graph, Declarations declarations, GraphNames names, Map<String, DesksEmitter.Row> rows,
      ExpressionEmitter expressions) {
    this.graph = graph;
    this.declarations = declarations;
    this.names = names;
    this.rows = rows;
    this.expressions = expressions;
    Needs.desks(graph.items(),
        desk -> desks.computeIfAbsent(desk.name(), _ -> new ArrayList<>()).add(desk));
  }

  /// One end, or many by way of loops over rows.
  ///
  /// @param loops heads of loops, outermost first
  record End(List<CodeBlock> loops, CodeBlock code) {}

  /// Reports whether `reference` is a client's or a server's port.
  boolean isCall(Reference reference) {
    return switch (port(reference).direction()) {
      case CLIENT, SERVER -> true;
      case IN, OUT, BARRIER -> false;
    };
  }

  /// Returns the Java type of the letters at `reference`.
  TypeName message(Reference reference) {
    return typesAt(reference).boxed(port(reference).message());
  }

  /// Returns the ends that `references` name, in order.
  List<End> all(List<Reference> references, Scope scope) {
    return references.stream().map(reference -> end(reference, scope)).toList();
  }

  private End end(Reference reference, Scope scope) {
    List<CodeBlock> loops = new ArrayList<>();
    Reference.Part last = reference.parts().getLast();
    if (isOwn(reference)) {
      String field = names.port(last.name());
      return new End(loops, element(CodeBlock.of("$L", field), last, reference, true, loops, scope));
    }
    DesksEmitter.Row row = rows.get(reference.parts().getFirst().name());
    if (row.isMixed()) {
      CodeBlock end = place(reference, row.ports().get(last.name()), mixedEnd(reference), loops, scope);
      return new End(loops, element(end, last, reference, true, loops, scope));
    }
    CodeBlock desk = place(reference, row.name(), row.type(), loops, scope);
    boolean isInner = needs().isGraph(target(reference));
    CodeBlock port = CodeBlock.of("$L.$L", desk, fieldName(desk(reference), port(reference)));
    return new End(loops, element(port, last, reference, isInner, loops, scope));
  }

  /// Returns what the first part of a reference means, taken from a variable of the name `from`.
  private CodeBlock place(Reference reference, String from, TypeName type, List<CodeBlock> loops,
      Scope scope) {
    return switch (reference.parts().getFirst().selection()) {
      case Reference.Selection.Whole _ -> CodeBlock.of("$L", from);
      case Reference.Selection.At(var index) ->
          CodeBlock.of("$L.get($L)", from, expressions.emit(index, scope).code());
      case Reference.Selection.All _ -> {
        String each = scope.fresh("each");
        loops.add(CodeBlock.of("for ($T $L : $L.values())", type, each, from));
        yield CodeBlock.of("$L", each);
      }
    };
  }

  /// @param isJunction whether rows of the port are lists of junctions rather than arrays of ports
  private CodeBlock element(CodeBlock port, Reference.Part last, Reference reference, boolean isJunction,
      List<CodeBlock> loops, Scope scope) {
    return switch (last.selection()) {
      case Reference.Selection.Whole _ -> port;
      case Reference.Selection.At(Expression index) ->
          CodeBlock.of(isJunction ? "$L.get($L)" : "$L[$L]", port, expressions.emit(index, scope).code());
      case Reference.Selection.All _ -> {
        String end = scope.fresh("end");
        loops.add(CodeBlock.of("for ($T $L : $L)", elementType(reference, isJunction), end, port));
        yield CodeBlock.of("$L", end);
      }
    };
  }

  private TypeName elementType(Reference reference, boolean isJunction) {
    Port port = port(reference);
    TypeNames types = typesAt(reference);
    if (!isOwn(reference) && isMixed(reference.parts().getFirst().name())) {
      return types.end(port);
    }
    if (!isJunction) {
      return types.port(port);
    }
    ClassName raw = isCall(reference) ? RuntimeNames.CALL_JUNCTION : RuntimeNames.JUNCTION;
    return isCall(reference) ? ParameterizedTypeName.get(raw, types.boxed(port.message()), types.reply(port))
        : ParameterizedTypeName.get(raw, types.boxed(port.message()));
  }

  /// Returns the name of a port's field in the class of its desk, which chose it without knowing of this
  /// graph.
  String fieldName(Graph.Desk desk, Port port) {
    QualifiedName target = desk.construct().target();
    return needs().isGraph(target) ? declarations.names(needs().graph(target)).port(port.name())
        : declarations.port(needs().component(target), port);
  }

  private Needs needs() {
    return declarations.needs();
  }

  private Port port(Reference reference) {
    String name = reference.parts().getLast().name();
    return isOwn(reference) ? graph.ports().stream().filter(port -> port.name().equals(name)).findFirst()
        .orElseThrow(() -> new AssertionError(reference.display() + " is no port, "
        + reference.span().place()))
        : port(desk(reference), name).orElseThrow();
  }

  private TypeNames typesAt(Reference reference) {
    return isOwn(reference) ? expressions.types() : new TypeNames(typeArguments(desk(reference)));
  }

  /// Returns the type arguments of a desk. What comes with the language may leave them to the line it is on.
  List<TypeName> typeArguments(Graph.Desk desk) {
    List<Type> written = desk.construct().typeArguments();
    QualifiedName target = desk.construct().target();
    if (!written.isEmpty() || needs().isGraph(target)
        || needs().component(target).typeParameters().isEmpty()) {
      return written.stream().map(expressions.types()::boxed).toList();
    }
    return List.of(facing(desk.name(), graph.items()).map(this::message).orElse(ClassName.get(Object.class)));
  }

  /// Returns an end whose type is known and that is on a line with the desk called `name`.
  private Optional<Reference> facing(String name, List<Graph.Item> items) {
    return items.stream().flatMap(item -> switch (item) {
      case Graph.Wire(var from, _, var to, _) when names(from, name) -> to.stream().filter(this::isTyped);
      case Graph.Wire(var from, _, var to, _) when names(to, name) -> from.stream().filter(this::isTyped);
      case Graph.Replicated(_, _, _, var inner, _) -> facing(name, inner).stream();
      case Graph.Wire _, Graph.Desk _, Graph.BarrierLine _ -> Stream.empty();
    }).findFirst();
  }

  private static boolean names(List<Reference> ends, String desk) {
    return ends.stream().anyMatch(end -> !isOwn(end) && end.parts().getFirst().name().equals(desk));
  }

  private boolean isTyped(Reference end) {
    return isOwn(end) || needs().isGraph(target(end)) || !desk(end).construct().typeArguments().isEmpty()
        || needs().component(target(end)).typeParameters().isEmpty();
  }

  private QualifiedName target(Reference reference) {
    return desk(reference).construct().target();
  }

  /// Returns the first of the desks that a reference may mean.
  private Graph.Desk desk(Reference reference) {
    String port = reference.parts().getLast().name();
    return desks.getOrDefault(reference.parts().getFirst().name(), List.of()).stream()
        .filter(desk -> port(desk, port).isPresent()).findFirst()
        .orElseThrow(() -> new AssertionError(reference.display() + " is no port, "
        + reference.span().place()));
  }

  /// Returns the port of a desk that is called `name`.
  Optional<Port> port(Graph.Desk desk, String name) {
    QualifiedName target = desk.construct().target();
    List<Port> ports = needs().isGraph(target) ? needs().graph(target).ports()
        : needs().component(target).ports();
    return ports.stream().filter(port -> port.name().equals(name)).findFirst();
  }

  /// Reports whether the desks of one name are of several kinds.
  boolean isMixed(String name) {
    return desks.get(name).stream().map(d -> d.construct().target() + "" + typeArguments(d)).distinct()
        .count() > 1;
  }

  /// Returns one reference for each port of the desks called `name` that is on a line.
  List<Reference> wired(String name) {
    Map<String, Reference> wired = new LinkedHashMap<>();
    references(graph.items()).filter(end -> !isOwn(end) && end.parts().getFirst().name().equals(name))
        .forEach(end -> wired.putIfAbsent(end.parts().getLast().name(), end));
    return List.copyOf(wired.values());
  }

  private static Stream<Reference> references(List<Graph.Item> items) {
    return items.stream().flatMap(item -> switch (item) {
      case Graph.Wire(var from, _, var to, _) -> Stream.concat(from.stream(), to.stream());
      case Graph.BarrierLine(_, var members, _) -> members.stream();
      case Graph.Replicated(_, _, _, var inner, _) -> references(inner);
      case Graph.Desk _ -> Stream.empty();
    });
  }

  /// Returns the type of the ends at `reference` in a row of several kinds.
  TypeName mixedEnd(Reference reference) {
    TypeName one = typesAt(reference).end(port(reference));
    return port(reference).size().isEmpty() ? one
        : ParameterizedTypeName.get(ClassName.get(List.class), WildcardTypeName.subtypeOf(one));
  }

  private static boolean isOwn(Reference reference) {
    return reference.parts().size() == 1;
  }
}
