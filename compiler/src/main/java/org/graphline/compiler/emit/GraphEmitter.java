package org.graphline.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.graphline.compiler.sourcemap.Marks;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port;

/// The class that a graph becomes: a running network, made by its builder, with its exposed ports.
final class GraphEmitter {
  private static final ClassName LIST = ClassName.get(List.class);

  private final Graph graph;
  private final Declarations declarations;
  private final GraphNames names;
  private final Marks marks;
  private final TypeNames types = TypeNames.declared();
  private final JavaNames accessors =
      JavaNames.forMembers(List.of("network", "join", "close", "abort", "report", "builder"));

  GraphEmitter(Graph graph, Declarations declarations, Marks marks) {
    this.graph = graph;
    this.declarations = declarations;
    this.names = declarations.names(graph);
    this.marks = marks;
  }

  TypeSpec emit() {
    TypeSpec.Builder builder = TypeSpec.classBuilder(names.outer())
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addSuperinterface(AutoCloseable.class).addTypeVariables(TypeNames.variables(graph.typeParameters()))
        .addJavadoc("$L", Docs.of(graph.doc(), "graph", graph.name().simple(), graph.span()))
        .addField(RuntimeNames.NETWORK, "network", Modifier.PRIVATE, Modifier.FINAL);
    for (Port port : graph.ports()) {
      if (port.direction() != Port.Direction.CLIENT) {
        builder.addField(rowOf(port, held(port)), names.port(port.name()), Modifier.PRIVATE, Modifier.FINAL);
      }
    }
    builder.addMethod(constructor()).addMethod(builderMethod());
    for (Port port : graph.ports()) {
      if (port.direction() != Port.Direction.CLIENT) {
        builder.addMethod(accessor(port));
      }
    }
    lifeCycle(builder);
    return builder.addType(new DesksEmitter(graph, declarations, marks).emit())
        .addType(new BuilderEmitter(graph, names).emit()).build();
  }

  private TypeName held(Port port) {
    TypeName message = types.boxed(port.message());
    return switch (port.direction()) {
      case IN -> ParameterizedTypeName.get(RuntimeNames.INBOX, message);
      case OUT -> ParameterizedTypeName.get(RuntimeNames.OUTBOX, message);
      case SERVER -> ParameterizedTypeName.get(RuntimeNames.CALLER, message, types.reply(port));
      case CLIENT, BARRIER -> throw new AssertionError("held by nobody: " + port.span().place());
    };
  }

  private static TypeName rowOf(Port port, TypeName one) {
    return port.size().isPresent() ? ParameterizedTypeName.get(LIST, one) : one;
  }

  private TypeName self(ClassName name) {
    return types.generic(name, TypeNames.variables(graph.typeParameters()));
  }

  private MethodSpec constructor() {
    var body = new Body(marks);
    body.line("$T wiring = new $T($S);", RuntimeNames.WIRING, RuntimeNames.WIRING, graph.name().simple());
    CodeBlock givens = names.givens().stream().map(given -> CodeBlock.of(", builder.$L", given.name()))
        .collect(CodeBlock.joining(""));
    TypeName desks = self(GraphNames.desks(graph.name()));
    body.line(graph.ports().isEmpty() ? "new $1T(wiring$2L);" : "$1T desks = new $1T(wiring$2L);", desks,
        givens);
    graph.ports().forEach(port -> expose(port, body));
    body.line("network = wiring.start(builder.options);");
    return MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE)
        .addParameter(self(names.builder()), "builder").addCode(body.build()).build();
  }

  private void expose(Port port, Body body) {
    String field = names.port(port.name());
    if (port.size().isEmpty()) {
      if (port.direction() != Port.Direction.CLIENT) {
        body.line(port.span(), "$L = wiring.$L($S);", field, verb(port), port.name());
      }
      connect(port, CodeBlock.of("$L", field), CodeBlock.of("desks.$L", field),
          CodeBlock.of("$S, builder.$L", port.name(), field), body);
      return;
    }
    Scope scope = names.scope().nested();
    String i = scope.fresh("i");
    CodeBlock name = CodeBlock.of("$S + $L + $S", port.name() + "[", i, "]");
    if (port.direction() != Port.Direction.CLIENT) {
      body.line(port.span(), "$L = new $T<>();", field, ArrayList.class);
    }
    body.open("for (int $1L = 0; $1L < desks.$2L.size(); $1L++) {", i, field);
    if (port.direction() != Port.Direction.CLIENT) {
      body.line("$L.add(wiring.$L($L));", field, verb(port), name);
    }
    connect(port, CodeBlock.of("$L.get($L)", field, i), CodeBlock.of("desks.$L.get($L)", field, i),
        CodeBlock.of("$L, builder.$L.apply($L)", name, field, i), body);
    body.close("}");
  }

  private static String verb(Port port) {
    return switch (port.direction()) {
      case IN -> "inbox";
      case OUT -> "outbox";
      case SERVER -> "caller";
      case CLIENT -> "answerer";
      case BARRIER -> throw new AssertionError("barriers cannot be exposed: " + port.span().place());
    };
  }

  private void connect(Port port, CodeBlock outside, CodeBlock inside, CodeBlock answer, Body body) {
    TypeName letter = types.boxed(port.message());
    switch (port.direction()) {
      case IN -> body.line("wiring.<$T>line().from($L).to($L);", letter, outside, inside);
      case OUT -> body.line("wiring.<$T>line().from($L).to($L);", letter, inside, outside);
      case SERVER -> body.line("wiring.calls($L, $L);", outside, inside);
      case CLIENT -> body.line(port.span(), "wiring.calls($L, wiring.answerer($L));", inside, answer);
      case BARRIER -> throw new AssertionError("barriers cannot be exposed: " + port.span().place());
    }
  }

  private MethodSpec builderMethod() {
    return MethodSpec.methodBuilder("builder").addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addTypeVariables(TypeNames.variables(graph.typeParameters())).returns(self(names.builder()))
        .addJavadoc("Returns a builder, to be told what {@code $L} needs.", graph.name().simple())
        .addStatement(graph.typeParameters().isEmpty() ? "return new $T()" : "return new $T<>()",
        names.builder())
        .build();
  }

  private MethodSpec accessor(Port port) {
    String field = names.port(port.name());
    String what = switch (port.direction()) {
      case IN -> "where letters for {@code " + port.name() + "} go in";
      case OUT -> "where letters from {@code " + port.name() + "} come out";
      case CLIENT, SERVER, BARRIER -> "who asks at {@code " + port.name() + "}";
    };
    MethodSpec.Builder method = MethodSpec.methodBuilder(accessors.name(port.name()))
        .addModifiers(Modifier.PUBLIC)
        .returns(held(port)).addJavadoc("Returns $L.", what);
    port.doc().ifPresent(doc -> method.addJavadoc("\n$L", Docs.text(doc)));
    return port.size().isEmpty() ? method.addStatement("return $L", field).build()
        : method.addParameter(TypeName.INT, "index").addStatement("return $L.get(index)", field).build();
  }

  private static void lifeCycle(TypeSpec.Builder builder) {
    builder.addMethod(MethodSpec.methodBuilder("network").addModifiers(Modifier.PUBLIC)
        .returns(RuntimeNames.NETWORK).addJavadoc("Returns the running network.")
        .addStatement("return network").build());
    builder.addMethod(MethodSpec.methodBuilder("join").addModifiers(Modifier.PUBLIC)
        .returns(RuntimeNames.REPORT)
        .addException(InterruptedException.class).addJavadoc("Waits until everybody has gone home.")
        .addStatement("return network.join()").build());
    builder.addMethod(MethodSpec.methodBuilder("join").addModifiers(Modifier.PUBLIC).returns(TypeName.BOOLEAN)
        .addParameter(Duration.class, "atMost").addException(InterruptedException.class)
        .addJavadoc("Waits until everybody has gone home, or {@code atMost}; returns whether they have.")
        .addStatement("return network.join(atMost)").build());
    builder.addMethod(MethodSpec.methodBuilder("close").addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Closes the exposed in-trays and waits until everybody has gone home.")
        .addStatement("network.close()").build());
    builder.addMethod(MethodSpec.methodBuilder("abort").addModifiers(Modifier.PUBLIC)
        .addJavadoc("Cuts every line: whoever waits goes home.").addStatement("network.abort()").build());
  }
}
