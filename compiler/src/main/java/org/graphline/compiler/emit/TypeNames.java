package org.graphline.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import org.graphline.model.term.Port;
import org.graphline.model.term.Type;

/// The Java types of the language's types.
///
/// @param arguments what the type parameters stand for; empty inside the generic declaration itself
record TypeNames(List<TypeName> arguments) {
  private static final ClassName STRING = ClassName.get(String.class);
  private static final ClassName DURATION = ClassName.get("java.time", "Duration");

  TypeNames {
    arguments = List.copyOf(arguments);
  }

  /// Returns the types inside a declaration, its type parameters being type variables.
  static TypeNames declared() {
    return new TypeNames(List.of());
  }

  /// Returns the types of a declaration used with these arguments, as its user sees them.
  TypeNames applied(List<Type> typeArguments) {
    return new TypeNames(typeArguments.stream().map(this::boxed).toList());
  }

  /// Returns the type of a variable: `int` for a range.
  TypeName plain(Type type) {
    return switch (type) {
      case Type.Bool _ -> TypeName.BOOLEAN;
      case Type.Range _ -> TypeName.INT;
      case Type.Enumeration(var name, _) -> JavaNames.type(name);
      case Type.Structure(var name, _) -> JavaNames.type(name);
      case Type.Sequence(var element, _) -> ParameterizedTypeName.get(RuntimeNames.BOUNDED_LIST,
          boxed(element));
      case Type.Signal _ -> RuntimeNames.SIGNAL;
      case Type.Text _ -> STRING;
      case Type.Time _ -> DURATION;
      case Type.Opaque(_, var javaClass) -> JavaTypeText.parse(javaClass);
      case Type.Parameter(var name, int index) ->
          arguments.isEmpty() ? TypeVariableName.get(JavaNames.type(name)) : arguments.get(index);
    };
  }

  /// Returns the type as a type argument: `Integer` for a range.
  TypeName boxed(Type type) {
    return plain(type).box();
  }

  /// Returns the type of a component's field for one element of `port`.
  TypeName port(Port port) {
    return switch (port.direction()) {
      case IN -> ParameterizedTypeName.get(RuntimeNames.IN, boxed(port.message()));
      case OUT -> ParameterizedTypeName.get(RuntimeNames.OUT, boxed(port.message()));
      case CLIENT -> ParameterizedTypeName.get(RuntimeNames.CLIENT, boxed(port.message()), reply(port));
      case SERVER -> ParameterizedTypeName.get(RuntimeNames.SERVER, boxed(port.message()), reply(port));
      case BARRIER -> RuntimeNames.PHASE;
    };
  }

  /// Returns the type that an end of `port` has whether it belongs to a component or to a graph.
  TypeName end(Port port) {
    return switch (port.direction()) {
      case IN -> ParameterizedTypeName.get(RuntimeNames.RECEIVER, boxed(port.message()));
      case OUT -> ParameterizedTypeName.get(RuntimeNames.SENDER, boxed(port.message()));
      case CLIENT -> ParameterizedTypeName.get(RuntimeNames.ASKER, boxed(port.message()), reply(port));
      case SERVER -> ParameterizedTypeName.get(RuntimeNames.REPLIER, boxed(port.message()), reply(port));
      case BARRIER -> RuntimeNames.PHASE;
    };
  }

  /// Returns the type of what a client gets back.
  TypeName reply(Port port) {
    return boxed(port.reply().orElseThrow(() -> new AssertionError(port.name() + " has no reply")));
  }

  /// Returns the type of a call accepted at `port`.
  TypeName call(Port port) {
    return ParameterizedTypeName.get(RuntimeNames.CALL, boxed(port.message()), reply(port));
  }

  /// Returns `class` or `class<T, …>` for a declaration with these type parameters.
  TypeName generic(ClassName name, List<? extends TypeName> typeArguments) {
    return typeArguments.isEmpty() ? name
        : ParameterizedTypeName.get(name, typeArguments.toArray(TypeName[]::new));
  }

  /// Returns the type variables of a declaration.
  static List<TypeVariableName> variables(List<String> typeParameters) {
    return typeParameters.stream().map(name -> TypeVariableName.get(JavaNames.type(name))).toList();
  }
}
