package org.graphline.compiler.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Modifier;
import org.graphline.compiler.plan.Bounds;
import org.graphline.compiler.plan.Captures;
import org.graphline.compiler.plan.ContractText;
import org.graphline.compiler.plan.Needs;
import org.graphline.compiler.plan.Terms;
import org.graphline.compiler.sourcemap.Marks;
import org.graphline.model.term.Component;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Extern;
import org.graphline.model.term.Port;
import org.graphline.model.term.Type;
import org.graphline.model.value.QualifiedName;

/// The class that a component becomes: its ports, its variables, and a `work` that mirrors its `run`. Of a
/// native component, an abstract class: the ports, the contract as a comment, and a `work` for Java to write.
final class DeskEmitter {
  /// Ports are handed the desk they belong to while it is being made. They only keep it.
  private static final AnnotationSpec PORTS_KNOW_THEIR_DESK = AnnotationSpec.builder(SuppressWarnings.class)
      .addMember("value", "$S", "this-escape").build();

  private final Component component;
  private final Needs needs;
  private final Marks marks;
  private final TypeNames types = TypeNames.declared();
  private final Map<Integer, String> ports = new HashMap<>();
  private final Map<QualifiedName, String> externs = new HashMap<>();
  private final ExpressionEmitter expressions = new ExpressionEmitter(types, externs);
  private final Scope scope;
  private final boolean isNative;

  DeskEmitter(Component component, Declarations declarations, Marks marks) {
    this.component = component;
    this.needs = declarations.needs();
    this.marks = marks;
    this.isNative = Needs.isNative(component);
    this.scope = Scope.outermost(JavaNames.forVariables(declarations.typeNames()));
    component.ports().forEach(port -> ports.put(port.index(), scope.fresh(port.name())));
    component.parameters().forEach(parameter -> scope.declare(parameter.variable()));
    needs.externs(component).forEach(
        extern -> externs.put(extern.name(), scope.fresh(JavaNames.lowerCamel(extern.name().simple()))));
    if (!isNative) {
      component.state().forEach(state -> scope.declare(state.variable()));
    }
  }

  TypeSpec emit() {
    ClassName name = JavaNames.type(component.name());
    TypeSpec.Builder builder = TypeSpec.classBuilder(name).superclass(RuntimeNames.DESK)
        .addTypeVariables(TypeNames.variables(component.typeParameters()))
        .addJavadoc("$L", doc());
    if (isNative) {
      builder.addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT).addAnnotation(PORTS_KNOW_THEIR_DESK);
    } else if (needs.isShared(component.name())) {
      builder.addModifiers(Modifier.PUBLIC, Modifier.FINAL);
    } else {
      builder.addModifiers(Modifier.FINAL);
    }
    component.ports().forEach(port -> builder.addField(port(port)));
    component.parameters().forEach(p -> builder.addField(constant(
        types.plain(p.variable().type()), scope.text(p.variable()))));
    needs.externs(component)
        .forEach(e -> builder.addField(constant(JavaNames.type(e.name()), externs.get(e.name()))));
    if (!isNative) {
      component.state().forEach(state -> builder.addField(state(state)));
    }
    builder.addMethod(constructor()).addMethod(isNative ? abstractWork() : work());
    if (isNative && hasMaker(component)) {
      builder.addType(maker(name));
    }
    return builder.alwaysQualify("Driver").build();
  }

  private String doc() {
    String doc = Docs.of(component.doc(), "component", component.name().simple(), component.span());
    return switch (component.origin()) {
      case WRITTEN, BUILT_IN -> doc;
      case NATIVE -> doc + "\n\n<p>Whoever implements it keeps to its contract:\n"
          + Docs.preformatted(ContractText.of(component.behavior()));
      case NATIVE_WITHOUT_CONTRACT -> doc + "\n\n<p>It has no contract: it may do anything at any time.";
    };
  }

  private FieldSpec port(Port port) {
    TypeName one = types.port(port);
    FieldSpec.Builder field = FieldSpec.builder(port.size().isPresent() ? ArrayTypeName.of(one) : one,
        ports.get(port.index()));
    if (needs.isShared(component.name())) {
      field.addModifiers(Modifier.PUBLIC);
    } else if (isNative) {
      field.addModifiers(Modifier.PROTECTED);
    }
    field.addModifiers(Modifier.FINAL);
    port.doc().ifPresent(doc -> field.addJavadoc("$L", Docs.text(doc)));
    if (arePortsFixed()) {
      field.initializer("$L", made(port));
    }
    return field.build();
  }

  /// Reports whether no array of ports has a size that depends on a parameter. Otherwise the constructor
  /// makes all ports, in the order of their declaration.
  private boolean arePortsFixed() {
    return component.ports().stream().allMatch(
        port -> port.size().isEmpty() || Bounds.integer(port.size().get()).isPresent());
  }

  private CodeBlock made(Port port) {
    String verb = switch (port.direction()) {
      case IN -> "in";
      case OUT -> "out";
      case CLIENT -> "client";
      case SERVER -> "server";
      case BARRIER -> "barrier";
    };
    return port.size().isEmpty() ? CodeBlock.of("$L($S)", verb, port.name())
        : CodeBlock.of("$L($S, $L)", verb, port.name(), expressions.bound(port.size().get(), scope).code());
  }

  private FieldSpec constant(TypeName type, String name) {
    return FieldSpec.builder(type, name, isNative ? Modifier.PROTECTED : Modifier.PRIVATE, Modifier.FINAL)
        .build();
  }

  private FieldSpec state(Component.StateVariable state) {
    FieldSpec.Builder field = FieldSpec.builder(types.plain(state.variable().type()),
        scope.text(state.variable()),
        Modifier.PRIVATE);
    if (startsFixed(state)) {
      field.initializer("$L", expressions.value(state.initial(), scope).code());
    }
    return field.build();
  }

  /// Reports whether a first value is known before the component starts.
  private static boolean startsFixed(Component.StateVariable state) {
    boolean[] varies = {Bounds.canFail(state.initial(), state.variable().type())};
    Terms.expressions(state.initial(), e -> varies[0] |= e instanceof Expression.Use);
    boolean hasOpenSize = state.initial() instanceof Expression.EmptyList(var type, _)
        && Bounds.integer(type.capacity()).isEmpty();
    return !varies[0] && !hasOpenSize;
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    if (isNative) {
      constructor.addModifiers(Modifier.PROTECTED);
    } else if (needs.isShared(component.name())) {
      constructor.addModifiers(Modifier.PUBLIC);
    }
    constructor.addStatement("super($S)", Marks.shortFile(component.span()));
    for (Component.Parameter parameter : component.parameters()) {
      String name = scope.text(parameter.variable());
      constructor.addParameter(types.plain(parameter.variable().type()), name);
      constructor.addStatement("this.$L = $L", name, checked(parameter.variable().type(), name));
    }
    for (Extern extern : needs.externs(component)) {
      String name = externs.get(extern.name());
      constructor.addParameter(JavaNames.type(extern.name()), name).addStatement("this.$1L = $1L", name);
    }
    if (!arePortsFixed()) {
      component.ports().forEach(port -> constructor.addStatement("$L = $L", ports.get(port.index()),
          made(port)));
    }
    return constructor.build();
  }

  private CodeBlock checked(Type type, String name) {
    return type instanceof Type.Range(var low, var high)
        ? CodeBlock.of("$T.range($L, $L, $L)", RuntimeNames.CHECKS, expressions.bound(low, scope).code(),
            expressions.bound(high, scope).code(), name)
        : CodeBlock.of("$L", name);
  }

  private MethodSpec work() {
    var body = new Body(marks);
    for (Component.StateVariable state : component.state()) {
      if (!startsFixed(state)) {
        Type type = state.variable().type();
        String at = StatementEmitter.note(state.initial(), type, state.variable().span());
        body.line(state.variable().span(), "$L$L = $L;", at, scope.text(state.variable()),
            expressions.fit(state.initial(), type, scope).code());
      }
    }
    var members = new Members(types, expressions, Captures.of(component), ports);
    new StatementEmitter(members, body).block(component.behavior().statements(), scope.nested());
    return workHead().addCode(body.build()).build();
  }

  private MethodSpec abstractWork() {
    return workHead().addModifiers(Modifier.ABSTRACT).build();
  }

  private static MethodSpec.Builder workHead() {
    return MethodSpec.methodBuilder("work").addAnnotation(Override.class).addModifiers(Modifier.PROTECTED)
        .addException(Exception.class);
  }

  /// Reports whether a native component is made by its own `Maker`, because a `Supplier` does not say enough.
  static boolean hasMaker(Component component) {
    return !component.parameters().isEmpty() || !component.typeParameters().isEmpty();
  }

  /// Returns the name of the `Maker` of a native component.
  static ClassName maker(Component component) {
    ClassName outer = JavaNames.type(component.name());
    return outer.nestedClass(outer.simpleName().equals("Maker") ? "Maker_" : "Maker");
  }

  /// What a graph calls to get one more of a native component that has parameters or type parameters.
  private TypeSpec maker(ClassName name) {
    MethodSpec.Builder make = MethodSpec.methodBuilder("make")
        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
        .addTypeVariables(TypeNames.variables(component.typeParameters()))
        .returns(types.generic(name, TypeNames.variables(component.typeParameters())));
    component.parameters()
        .forEach(p -> make.addParameter(types.plain(p.variable().type()), scope.text(p.variable())));
    return TypeSpec.interfaceBuilder(maker(component).simpleName())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addAnnotation(FunctionalInterface.class)
        .addJavadoc("Makes a {@code $L} for a desk.", name.simpleName())
        .addMethod(make.build()).build();
  }
}
