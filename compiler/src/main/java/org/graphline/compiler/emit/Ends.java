package org.graphline.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final Map<String, Graph.Desk> desks = new HashMap<>();

  /// @param rows the Java of the desks, by name; filled in later
  Ends(Graph graph, Declarations declarations, GraphNames names, Map<String, DesksEmitter.Row> rows,
      ExpressionEmitter expressions) {
    this.graph = graph;
    this.declarations = declarations;
    this.names = names;
    this.rows = rows;
    this.expressions = expressions;
    Needs.desks(graph.items(), desk -> desks.putIfAbsent(desk.name(), desk));
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
    CodeBlock desk = deskCode(reference, loops, scope);
    boolean isInner = needs().isGraph(target(reference));
    CodeBlock port = CodeBlock.of("$L.$L", desk, fieldName(reference));
    return new End(loops, element(port, last, reference, isInner, loops, scope));
  }

  private CodeBlock deskCode(Reference reference, List<CodeBlock> loops, Scope scope) {
    DesksEmitter.Row row = rows.get(reference.parts().getFirst().name());
    return switch (reference.parts().getFirst().selection()) {
      case Reference.Selection.Whole _ -> CodeBlock.of("$L", row.name());
      case Reference.Selection.At(var index) ->
          CodeBlock.of("$L.get($L)", row.name(), expressions.emit(index, scope).code());
      case Reference.Selection.All _ -> {
        String each = scope.fresh("each");
        loops.add(CodeBlock.of("for ($T $L : $L.values())", row.type(), each, row.name()));
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
    if (!isJunction) {
      return types.port(port);
    }
    ClassName raw = isCall(reference) ? RuntimeNames.CALL_JUNCTION : RuntimeNames.JUNCTION;
    return isCall(reference) ? ParameterizedTypeName.get(raw, types.boxed(port.message()), types.reply(port))
        : ParameterizedTypeName.get(raw, types.boxed(port.message()));
  }

  /// The name of the port's field in the class of its desk, which chose it without knowing of this graph.
  private String fieldName(Reference reference) {
    return needs().isGraph(target(reference))
        ? declarations.names(needs().graph(target(reference))).port(port(reference).name())
        : declarations.port(needs().component(target(reference)), port(reference));
  }

  private Needs needs() {
    return declarations.needs();
  }

  private Port port(Reference reference) {
    String name = reference.parts().getLast().name();
    List<Port> ports = isOwn(reference) ? graph.ports()
        : needs().isGraph(target(reference)) ? needs().graph(target(reference)).ports()
        : needs().component(target(reference)).ports();
    return ports.stream().filter(port -> port.name().equals(name)).findFirst()
        .orElseThrow(() -> new AssertionError(reference.display() + " is no port, " + reference.span().place()));
  }

  private TypeNames typesAt(Reference reference) {
    return isOwn(reference) ? expressions.types() : new TypeNames(typeArguments(desk(reference)));
  }

  /// Returns the type arguments of a desk. What comes with the language may leave them to the line it is on.
  List<TypeName> typeArguments(Graph.Desk desk) {
    List<Type> written = desk.construct().typeArguments();
    QualifiedName target = desk.construct().target();
    if (!written.isEmpty() || needs().isGraph(target) || needs().component(target).typeParameters().isEmpty()) {
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

  private Graph.Desk desk(Reference reference) {
    Graph.Desk desk = desks.get(reference.parts().getFirst().name());
    if (desk == null) {
      throw new AssertionError(reference.display() + " is no desk, " + reference.span().place());
    }
    return desk;
  }

  private static boolean isOwn(Reference reference) {
    return reference.parts().size() == 1;
  }
}
