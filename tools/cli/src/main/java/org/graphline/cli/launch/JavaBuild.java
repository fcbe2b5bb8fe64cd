package org.graphline.cli.launch;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Compiles Java files to a folder of classes.
final class JavaBuild {
  private final Path classes;
  private final List<Path> classPath;

  JavaBuild(Path classes, List<Path> classPath) {
    this.classes = classes;
    this.classPath = List.copyOf(classPath);
  }

  /// An error in the Java, as javac tells it.
  record Mistake(Path file, String text) {}

  /// Returns what is wrong with `files`; nothing if they are compiled.
  List<Mistake> compile(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var found = new DiagnosticCollector<JavaFileObject>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
      String path = Stream.concat(Stream.of(classes), classPath.stream()).map(Path::toString)
          .collect(Collectors.joining(java.io.File.pathSeparator));
      List<String> options = List.of("-d", classes.toString(), "-cp", path, "-proc:none", "-nowarn",
          "-parameters");
      boolean done = compiler.getTask(new StringWriter(), manager, found, options, null,
          manager.getJavaFileObjectsFromPaths(files)).call();
      return done ? List.of() : mistakes(found.getDiagnostics());
    }
  }

  private static List<Mistake> mistakes(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    var mistakes = new ArrayList<Mistake>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        Path file = diagnostic.getSource() == null ? Path.of("") : Path.of(diagnostic.getSource().toUri());
        mistakes.add(new Mistake(file, diagnostic.getLineNumber() + ": "
            + diagnostic.getMessage(Locale.ROOT)));
      }
    }
    return mistakes;
  }

  /// Returns the files with that ending below `folder`, in order.
  static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(f -> f.toString().endsWith(ending) && Files.isRegularFile(f)).sorted().toList();
    }
  }
}
