package org.graphline.compiler.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.graphline.model.term.Program;
import org.graphline.model.term.Type;

/// Java of declared types: an `enum` for an enumeration, a `record` for a record, nothing for a type that is
/// Java already.
record TypeEmitter(TypeNames types) {

  Optional<TypeSpec> emit(Program.TypeDeclaration declaration) {
    return switch (declaration.type()) {
      case Type.Enumeration enumeration -> Optional.of(enumeration(declaration, enumeration));
      case Type.Structure structure -> Optional.of(structure(declaration, structure));
      case Type.Bool _, Type.Range _, Type.Sequence _, Type.Signal _, Type.Text _, Type.Time _, Type.Opaque _,
          Type.Parameter _ -> Optional.empty();
    };
  }

  private static TypeSpec enumeration(Program.TypeDeclaration declaration, Type.Enumeration type) {
    TypeSpec.Builder builder = TypeSpec.enumBuilder(JavaNames.type(type.name())).addModifiers(Modifier.PUBLIC)
        .addJavadoc("$L", Docs.of(declaration.doc(), "enumeration", type.name().simple(),
        declaration.span()));
    type.constants().forEach(constant -> builder.addEnumConstant(JavaNames.constant(constant)));
    return builder.build();
  }

  private TypeSpec structure(Program.TypeDeclaration declaration, Type.Structure type) {
    MethodSpec.Builder fields = MethodSpec.constructorBuilder();
    type.fields().forEach(f -> fields.addParameter(types.plain(f.type()), JavaNames.member(f.name())));
    TypeSpec.Builder builder = TypeSpec.recordBuilder(JavaNames.type(type.name()))
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("$L", Docs.of(declaration.doc(), "record", type.name().simple(), declaration.span()))
        .recordConstructor(fields.build());
    if (type.fields().stream().anyMatch(f -> f.type() instanceof Type.Range)) {
      builder.addMethod(checks(type));
    }
    return builder.build();
  }

  /// A value that Java makes must lie in its range too.
  private MethodSpec checks(Type.Structure type) {
    MethodSpec.Builder checks = MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
    var expressions = new ExpressionEmitter(types, Map.of());
    Scope nothing = Scope.outermost(JavaNames.forMembers(List.of()));
    for (Type.Field field : type.fields()) {
      if (field.type() instanceof Type.Range range) {
        checks.addStatement("$T.range($L, $L, $L)", RuntimeNames.CHECKS,
            expressions.bound(range.low(), nothing).code(),
            expressions.bound(range.high(), nothing).code(), JavaNames.member(field.name()));
      }
    }
    return checks.build();
  }
}
