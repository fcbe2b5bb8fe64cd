package org.graphline.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graphline.compiler.plan.Needs;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port;
import org.graphline.model.term.Reference;
import org.graphline.model.term.Type;
import org.graphline.model.value.QualifiedName;

/// What the references of a graph's arrows are in Java.
record Ends(Graph graph, Declarations declarations, GraphNames names, Map<String, DesksEmitter.Row> rows,
    ExpressionEmitter expressions) {

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
    CodeBlock desk = desk(reference, loops, scope);
    boolean isInner = needs().isGraph(target(reference));
    CodeBlock port = CodeBlock.of("$L.$L", desk, fieldName(reference));
    return new End(loops, element(port, last, reference, isInner, loops, scope));
  }

  private CodeBlock desk(Reference reference, List<CodeBlock> loops, Scope scope) {
    DesksEmitter.Row row = row(reference);
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
    List<Type> typeArguments = isOwn(reference) ? List.of()
        : row(reference).first().construct().typeArguments();
    return typeArguments.isEmpty() ? expressions.types() : expressions.types().applied(typeArguments);
  }

  private QualifiedName target(Reference reference) {
    return row(reference).first().construct().target();
  }

  private DesksEmitter.Row row(Reference reference) {
    DesksEmitter.Row row = rows.get(reference.parts().getFirst().name());
    if (row == null) {
      throw new AssertionError(reference.display() + " is no desk, " + reference.span().place());
    }
    return row;
  }

  private static boolean isOwn(Reference reference) {
    return reference.parts().size() == 1;
  }
}
