package org.graphline.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.lang.model.element.Modifier;
import org.graphline.compiler.plan.Bounds;
import org.graphline.compiler.plan.Terms;
import org.graphline.compiler.plan.Wording;
import org.graphline.model.term.Component;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port;
import org.graphline.model.term.Type;

/// The builder of a graph: one method for each thing the graph has to be given, and `start`. A parameter
/// and an extern of the same name share it: their types differ.
final class BuilderEmitter {
  private final Graph graph;
  private final GraphNames names;
  private final TypeNames types = TypeNames.declared();
  private final ExpressionEmitter expressions = new ExpressionEmitter(types, Map.of());
  private final BuilderMethods methods;
  private final TypeSpec.Builder builder;
  private final CodeBlock.Builder start = CodeBlock.builder();

  BuilderEmitter(Graph graph, GraphNames names) {
    this.graph = graph;
    this.names = names;
    this.methods = names.builderMethods();
    this.builder = TypeSpec.classBuilder(names.builder())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addTypeVariables(TypeNames.variables(graph.typeParameters()));
  }

  TypeSpec emit() {
    String name = graph.name().simple();
    builder.addJavadoc("Collects what {@code $L} needs.", name);
    MethodSpec.Builder none = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
    graph.parameters().forEach(this::parameter);
    names.externs().forEach(extern -> given(GraphNames.extern(extern), names.given(extern.name()),
        methods.given(extern.name()), "Says who does the work of {@code extern " + extern.name().simple() + "}.",
        "an implementation of " + extern.name().simple()));
    names.natives().forEach(component -> given(GraphNames.supplier(component), names.given(component.name()),
        methods.given(component.name()), "Says how to make a {@code " + component.name().simple()
        + "}, one for each desk.",
        "somebody who makes " + component.name().simple() + " desks, which are written in Java"));
    graph.ports().stream().filter(port -> port.direction() == Port.Direction.CLIENT).forEach(this::answer);
    options();
    builder.addMethod(none.build()).addMethod(start(name));
    if (!names.givens().isEmpty()
        || graph.ports().stream().anyMatch(p -> p.direction() == Port.Direction.CLIENT)) {
      builder.addMethod(said());
    }
    return builder.build();
  }

  private TypeName self() {
    return types.generic(names.builder(), TypeNames.variables(graph.typeParameters()));
  }

  private void parameter(Component.Parameter parameter) {
    Type type = parameter.variable().type();
    String field = names.scope().text(parameter.variable());
    FieldSpec.Builder holder = FieldSpec.builder(types.boxed(type), field, Modifier.PRIVATE);
    parameter.byDefault().ifPresent(value -> {
      if (isFixed(value)) {
        holder.initializer("$L", expressions.value(value, names.scope()).code());
      } else {
        start.beginControlFlow("if ($L == null)", field)
            .addStatement("$L = $L", field, expressions.value(value, names.scope()).code()).endControlFlow();
      }
    });
    builder.addField(holder.build());
    MethodSpec.Builder method = setter(methods.parameter(parameter.variable().name()), field, types.plain(type))
        .addJavadoc("Sets the parameter {@code $L: $L}.", parameter.variable().name(), Wording.of(type));
    if (type instanceof Type.Range range) {
      check(range, field, method);
    }
    builder.addMethod(method.addStatement("this.$1L = $1L", field).addStatement("return this").build());
    start.addStatement("said($L, $S, $S)", field, method.build().name(),
        "a value for " + parameter.variable().name() + ": " + Wording.of(type));
  }

  private static boolean isFixed(Expression value) {
    boolean[] varies = {false};
    Terms.expressions(value, e -> varies[0] |= e instanceof Expression.Use);
    return !varies[0];
  }

  /// A range that depends on other parameters is checked when the graph starts.
  private void check(Type.Range range, String field, MethodSpec.Builder method) {
    OptionalInt low = Bounds.integer(range.low());
    OptionalInt high = Bounds.integer(range.high());
    if (low.isPresent() && high.isPresent()) {
      method.beginControlFlow("if ($1L < $2L || $1L > $3L)", field, low.getAsInt(), high.getAsInt())
          .addStatement("throw new $T($S + $L)", IllegalArgumentException.class,
              field + " must lie in " + low.getAsInt() + ".." + high.getAsInt() + ", but is ", field)
          .endControlFlow();
    }
  }

  private void given(TypeName type, String field, String name, String doc, String what) {
    builder.addField(type, field, Modifier.PRIVATE);
    MethodSpec method = setter(name, field, type).addJavadoc("$L", doc)
        .addStatement("this.$1L = $1L", field).addStatement("return this").build();
    builder.addMethod(method);
    start.addStatement("said($L, $S, $S)", field, method.name(), what);
  }

  private void answer(Port port) {
    TypeName one = ParameterizedTypeName.get(ClassName.get(Function.class), types.boxed(port.message()),
        types.reply(port));
    given(port.size().isEmpty() ? one : ParameterizedTypeName.get(ClassName.get(IntFunction.class), one),
        names.port(port.name()), methods.caller(port.name()), "Says how calls from {@code " + port.name() + "} are answered.",
        "somebody who answers calls from " + port.name());
  }

  private MethodSpec.Builder setter(String name, String field, TypeName type) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(self())
        .addParameter(type, field);
  }

  private void options() {
    builder.addField(FieldSpec.builder(RuntimeNames.OPTIONS, "options", Modifier.PRIVATE)
        .initializer("$T.standard()", RuntimeNames.OPTIONS).build());
    builder.addMethod(MethodSpec.methodBuilder("options").addModifiers(Modifier.PUBLIC).returns(self())
        .addParameter(RuntimeNames.OPTIONS, "options").addJavadoc("Says how to run the network.")
        .addStatement("this.options = options").addStatement("return this").build());
  }

  private MethodSpec start(String name) {
    boolean isGeneric = !graph.typeParameters().isEmpty();
    return MethodSpec.methodBuilder("start").addModifiers(Modifier.PUBLIC)
        .returns(types.generic(names.outer(), TypeNames.variables(graph.typeParameters())))
        .addJavadoc("Sits everybody down at their desks and returns the running {@code $L}.\n\n"
            + "@throws IllegalStateException if something that $L needs has not been said", name, name)
        .addCode(start.build())
        .addStatement(isGeneric ? "return new $T<>(this)" : "return new $T(this)", names.outer()).build();
  }

  private MethodSpec said() {
    return MethodSpec.methodBuilder("said").addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(Object.class, "given").addParameter(String.class, "method")
        .addParameter(String.class, "what")
        .beginControlFlow("if (given == null)")
        .addStatement("throw new $T($S + what + $S + method + $S)", IllegalStateException.class,
            graph.name().simple() + " needs ", ": call ", "(…) before start()")
        .endControlFlow().build();
  }
}
