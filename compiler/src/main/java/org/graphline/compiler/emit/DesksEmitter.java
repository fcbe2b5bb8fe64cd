package org.graphline.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import org.graphline.compiler.plan.Needs;
import org.graphline.compiler.sourcemap.Marks;
import org.graphline.model.term.Component;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Extern;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port;
import org.graphline.model.term.Reference;
import org.graphline.model.term.Type;

/// The class that adds a graph's desks, and the lines between them, to a network. The graph's exposed ports
/// are junctions, so that the same class serves a graph that runs and a graph that is part of another.
final class DesksEmitter {
  private static final ClassName LIST = ClassName.get(List.class);
  private static final ClassName MAP = ClassName.get(Map.class);

  private final Graph graph;
  private final Needs needs;
  private final GraphNames names;
  private final TypeNames types = TypeNames.declared();
  private final ExpressionEmitter expressions = new ExpressionEmitter(types, Map.of());
  private final Body body;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Ends ends;

  /// The desks of one name.
  ///
  /// @param name  the Java variable: one desk, or a map from index to desk
  /// @param type  the Java type of one desk
  /// @param first the first of the desks that have the name
  /// @param isMixed whether the desks are of several kinds
  /// @param ports   if so, the maps from index to end, by the port's name
  record Row(String name, TypeName type, Graph.Desk first, boolean isMixed, Map<String, String> ports) {

    boolean isArray() {
      return first.index().isPresent();
    }
  }

  DesksEmitter(Graph graph, Declarations declarations, Marks marks) {
    this.graph = graph;
    this.needs = declarations.needs();
    this.names = declarations.names(graph);
    this.body = new Body(marks);
    this.ends = new Ends(graph, declarations, names, rows, expressions);
  }

  TypeSpec emit() {
    TypeSpec.Builder builder = TypeSpec.classBuilder(GraphNames.desks(graph.name()))
        .addModifiers(Modifier.STATIC, Modifier.FINAL)
        .addTypeVariables(TypeNames.variables(graph.typeParameters()))
        .addJavadoc("The desks of {@code $L} and the lines between them, added to some network.",
            graph.name().simple());
    Modifier[] access = needs.isShared(graph.name()) ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0];
    builder.addModifiers(access);
    for (Port port : graph.ports()) {
      builder.addField(FieldSpec.builder(junction(port), names.port(port.name()), access)
          .addModifiers(Modifier.FINAL).build());
    }
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(access)
        .addParameter(RuntimeNames.WIRING, "wiring");
    names.givens().forEach(given -> constructor.addParameter(given.type(), given.name()));
    graph.parameters().forEach(this::check);
    graph.ports().forEach(this::junctions);
    collectRows(names.scope().nested());
    Scope scope = names.scope().nested();
    rows.values().forEach(row -> {
      scope.fresh(row.name());
      row.ports().values().forEach(scope::fresh);
    });
    graph.items().forEach(item -> desks(item, scope));
    var wires = new WireEmitter(ends, expressions, body);
    graph.items().forEach(item -> wires.emit(item, scope));
    return builder.addMethod(constructor.addCode(body.build()).build()).build();
  }

  private TypeName junction(Port port) {
    TypeName one = junctionOf(port);
    return port.size().isPresent() ? ParameterizedTypeName.get(LIST, one) : one;
  }

  private TypeName junctionOf(Port port) {
    return switch (port.direction()) {
      case IN, OUT -> ParameterizedTypeName.get(RuntimeNames.JUNCTION, types.boxed(port.message()));
      case CLIENT, SERVER ->
          ParameterizedTypeName.get(RuntimeNames.CALL_JUNCTION, types.boxed(port.message()),
              types.reply(port));
      case BARRIER -> throw new AssertionError("barriers cannot be exposed: " + port.span().place());
    };
  }

  private void check(Component.Parameter parameter) {
    if (parameter.variable().type() instanceof Type.Range(var low, var high)) {
      body.line(parameter.variable().span(), "$T.range($L, $L, $L);", RuntimeNames.CHECKS,
          expressions.bound(low, names.scope()).code(), expressions.bound(high, names.scope()).code(),
          names.scope().text(parameter.variable()));
    }
  }

  private void junctions(Port port) {
    String verb = switch (port.direction()) {
      case IN, OUT -> "junction";
      case CLIENT, SERVER, BARRIER -> "callJunction";
    };
    String field = names.port(port.name());
    if (port.size().isEmpty()) {
      body.line(port.span(), "$L = wiring.$L($S);", field, verb, port.name());
    } else {
      Scope scope = names.scope().nested();
      String i = scope.fresh("i");
      body.line(port.span(), "$L = new $T<>();", field, ArrayList.class);
      body.open("for (int $1L = 0; $1L < $2L; $1L++) {", i,
          expressions.bound(port.size().get(), scope).within(5));
      body.line("$L.add(wiring.$L($S + $L + \"]\"));", field, verb, port.name() + "[", i);
      body.close("}");
    }
  }

  private void collectRows(Scope scope) {
    Needs.desks(graph.items(), desk -> {
      if (!rows.containsKey(desk.name())) {
        Row row = new Row(scope.fresh(desk.name()), type(desk), desk, ends.isMixed(desk.name()),
            mixedPorts(desk.name(), scope));
        rows.put(desk.name(), row);
        if (row.isArray() && !row.isMixed()) {
          body.line("$T $L = new $T<>();",
              ParameterizedTypeName.get(MAP, TypeName.INT.box(), row.type()), row.name(), TreeMap.class);
        }
      }
    });
  }

  /// The places of a row may be taken by desks of several kinds: then their ends are kept, not the desks.
  private Map<String, String> mixedPorts(String name, Scope scope) {
    Map<String, String> ports = new LinkedHashMap<>();
    if (ends.isMixed(name)) {
      for (Reference end : ends.wired(name)) {
        String port = end.parts().getLast().name();
        String map = scope.fresh(name + Character.toUpperCase(port.charAt(0)) + port.substring(1));
        ports.put(port, map);
        body.line("$T $L = new $T<>();",
            ParameterizedTypeName.get(MAP, TypeName.INT.box(), ends.mixedEnd(end)), map, TreeMap.class);
      }
    }
    return ports;
  }

  private TypeName type(Graph.Desk desk) {
    Graph.Construct construct = desk.construct();
    ClassName plain = needs.isGraph(construct.target()) ? GraphNames.desks(construct.target())
        : className(needs.component(construct.target()));
    return types.generic(plain, ends.typeArguments(desk));
  }

  private static ClassName className(Component component) {
    return component.origin() == Component.Origin.BUILT_IN ? RuntimeNames.name(component.name().simple())
        : JavaNames.type(component.name());
  }

  private void desks(Graph.Item item, Scope scope) {
    switch (item) {
      case Graph.Desk desk -> desk(desk, scope);
      case Graph.Replicated loop -> {
        List<Graph.Desk> inside = new ArrayList<>();
        Needs.desks(loop.items(), inside::add);
        if (!inside.isEmpty()) {
          WireEmitter.loop(loop, body, expressions, scope,
              inner -> loop.items().forEach(each -> desks(each, inner)));
        }
      }
      case Graph.Wire _, Graph.BarrierLine _ -> { }
    }
  }

  private void desk(Graph.Desk desk, Scope scope) {
    Row row = rows.get(desk.name());
    CodeBlock made = made(desk, scope);
    if (row.isMixed()) {
      mixed(desk, row, made, scope);
    } else if (row.isArray()) {
      body.line(desk.span(), "$L.put($L, $L);", row.name(),
          expressions.emit(desk.index().orElseThrow(), scope).code(), made);
    } else {
      body.line(desk.span(), "$T $L = $L;", row.type(), row.name(), made);
    }
  }

  private void mixed(Graph.Desk desk, Row row, CodeBlock made, Scope scope) {
    CodeBlock index = expressions.emit(desk.index().orElseThrow(), scope).code();
    body.open("{");
    body.line(desk.span(), "$T $L = $L;", type(desk), row.name(), made);
    row.ports().forEach((name, map) -> ends.port(desk, name).ifPresent(port -> {
      CodeBlock end = CodeBlock.of("$L.$L", row.name(), ends.fieldName(desk, port));
      boolean isArray = port.size().isPresent() && !needs.isGraph(desk.construct().target());
      body.line("$L.put($L, $L);", map, index, isArray ? CodeBlock.of("$T.of($L)", LIST, end) : end);
    }));
    body.close("}");
  }

  private CodeBlock made(Graph.Desk desk, Scope scope) {
    TypeName type = type(desk);
    CodeBlock name = name(desk, scope);
    List<CodeBlock> arguments = new ArrayList<>();
    desk.construct().arguments().forEach(e -> arguments.add(expressions.value(e, scope).code()));
    if (needs.isGraph(desk.construct().target())) {
      Needs.Needed inner = needs.of(desk.construct().target());
      inner.externs().forEach(extern -> arguments.add(CodeBlock.of("$L", names.given(extern.name()))));
      inner.natives().forEach(component -> arguments.add(CodeBlock.of("$L", names.given(component.name()))));
      arguments.addFirst(CodeBlock.of("wiring.within($L)", name));
      return CodeBlock.of("new $T($L)", type, CodeBlock.join(arguments, ", "));
    }
    Component component = needs.component(desk.construct().target());
    if (Needs.isNative(component)) {
      return CodeBlock.of("wiring.add($L, $L.$L($L))", name, names.given(component.name()),
          DeskEmitter.hasMaker(component) ? "make" : "get", CodeBlock.join(arguments, ", "));
    }
    for (Extern extern : needs.externs(component)) {
      arguments.add(CodeBlock.of("$L", names.given(extern.name())));
    }
    return CodeBlock.of("wiring.add($L, new $T($L))", name, type, CodeBlock.join(arguments, ", "));
  }

  private CodeBlock name(Graph.Desk desk, Scope scope) {
    return desk.index().isEmpty() ? CodeBlock.of("$S", desk.name())
        : indexed(desk.name(), desk.index().get(), scope);
  }

  private CodeBlock indexed(String name, Expression index, Scope scope) {
    return index instanceof Expression.IntLiteral(int value, _, _)
        ? CodeBlock.of("$S", name + "[" + value + "]")
        : CodeBlock.of("$S + $L + \"]\"", name + "[", expressions.emit(index, scope).within(6));
  }
}
