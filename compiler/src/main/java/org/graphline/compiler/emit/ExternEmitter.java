package org.graphline.compiler.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.graphline.model.term.Extern;

/// The interface that an `extern` becomes: Java implements it and gives it to a graph's builder.
record ExternEmitter(TypeNames types) {

  TypeSpec emit(Extern extern) {
    TypeSpec.Builder builder = TypeSpec.interfaceBuilder(JavaNames.type(extern.name()))
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("$L", Docs.of(extern.doc(), "extern", extern.name().simple(), extern.span()));
    extern.functions().forEach(function -> builder.addMethod(method(function)));
    return builder.build();
  }

  private MethodSpec method(Extern.Function function) {
    MethodSpec.Builder method = MethodSpec.methodBuilder(JavaNames.member(function.name()))
        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
        .returns(function.returnsNothing() ? TypeName.VOID : types.plain(function.result()));
    JavaNames names = JavaNames.forVariables(List.of());
    function.parameters().forEach(p -> method.addParameter(types.plain(p.type()), names.name(p.name())));
    function.doc().ifPresent(doc -> method.addJavadoc("$L", Docs.text(doc)));
    if (function.throwing()) {
      method.addException(Exception.class);
    }
    return method.build();
  }
}
