package org.graphline.compiler.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.graphline.compiler.sourcemap.Marks;
import org.graphline.model.source.Span;
import org.graphline.model.term.Component;
import org.graphline.model.term.Extern;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Program;
import org.graphline.model.value.QualifiedName;

/// Emits every declaration of a program that becomes a class of its own.
public final class ProgramEmitter {
  private final Program program;
  private final Declarations declarations;
  private final List<GeneratedSources.GeneratedSource> files = new ArrayList<>();

  private ProgramEmitter(Program program) {
    this.program = program;
    this.declarations = Declarations.of(program);
  }

  /// Returns the Java of `program`. The same program always gives the same text.
  public static GeneratedSources emit(Program program) {
    return new ProgramEmitter(program).emit();
  }

  private GeneratedSources emit() {
    var types = new TypeEmitter(TypeNames.declared());
    var externs = new ExternEmitter(TypeNames.declared());
    program.types().forEach(type -> types.emit(type).ifPresent(
        spec -> add(type.name(), type.span(), _ -> spec)));
    program.externs().forEach(extern -> add(extern.name(), extern.span(), _ -> externs.emit(extern)));
    program.components().stream().filter(c -> c.origin() != Component.Origin.BUILT_IN).forEach(component ->
        add(component.name(), component.span(),
            marks -> new DeskEmitter(component, declarations, marks).emit()));
    program.graphs().forEach(graph ->
        add(graph.name(), graph.span(), marks -> new GraphEmitter(graph, declarations, marks).emit()));
    files.sort(Comparator.comparing(GeneratedSources.GeneratedSource::path));
    return new GeneratedSources(files);
  }

  private void add(QualifiedName name, Span span, Function<Marks, TypeSpec> emitter) {
    var marks = new Marks();
    JavaFile file = JavaFile.builder(name.packageName(), emitter.apply(marks)).indent("  ")
        .skipJavaLangImports(!hides(name.packageName()))
        .addFileComment("Generated from $L. Do not edit.", Marks.shortPlace(span)).build();
    Marks.Resolved resolved = marks.resolve(file.toString());
    String folder = name.packageName().isEmpty() ? "" : name.packageName().replace('.', '/') + "/";
    files.add(new GeneratedSources.GeneratedSource(folder + JavaNames.type(name.simple()) + ".java",
        resolved.text(), span, resolved.map()));
  }

  /// Reports whether a declaration takes the place of a class of `java.lang`, such as `String`, in all files of its
  /// package, so that they have to import what they mean.
  private boolean hides(String packageName) {
    return Stream.of(program.types().stream().map(Program.TypeDeclaration::name), program.externs().stream().map(Extern::name),
            program.components().stream().map(Component::name), program.graphs().stream().map(Graph::name))
        .flatMap(names -> names)
        .anyMatch(name -> name.packageName().equals(packageName) && isOfJavaLang(JavaNames.type(name.simple())));
  }

  private static boolean isOfJavaLang(String simple) {
    try {
      Class.forName("java.lang." + simple, false, null);
      return true;
    } catch (ClassNotFoundException _) {
      return false;
    }
  }
}
