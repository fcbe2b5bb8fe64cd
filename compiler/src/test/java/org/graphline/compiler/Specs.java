package org.graphline.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.graphline.dsl.Analysis;
import org.graphline.dsl.Frontend;
import org.graphline.model.source.SourceFile;
import org.graphline.model.term.Program;
import org.graphline.model.term.Type;

/// Programs from text, and their Java.
final class Specs {
  /// The root of the repository; tests run in the module's folder.
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Specs() {}

  /// Returns the files in `folder` and below.
  static List<Path> filesIn(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".graphline")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns the program of `files`, which has no mistake.
  static Program program(List<Path> files) {
    Analysis analysis = Frontend.analyze(files.stream().map(Specs::read).toList());
    return analysis.program().orElseThrow(() -> new AssertionError(files + ": " + analysis.diagnostics()));
  }

  private static SourceFile read(Path file) {
    try {
      return SourceFile.decode(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns the Java of `program` by path, with a class for each Java type it names that is not part of
  /// Java.
  static Map<String, String> sources(Program program) {
    Map<String, String> sources = new TreeMap<>();
    Compiler.compile(program).files().forEach(file -> sources.put(file.path(), file.text()));
    program.types().forEach(declaration -> {
      if (declaration.type() instanceof Type.Opaque(_, var javaClass)
          && javaClass.matches("[a-z.]+\\.[A-Za-z]+")
          && !javaClass.startsWith("java.")) {
        int dot = javaClass.lastIndexOf('.');
        String simple = javaClass.substring(dot + 1);
        sources.put(javaClass.replace('.', '/') + ".java", "package " + javaClass.substring(0, dot)
            + "; /** Whatever Java wants it to be. */ public record " + simple + "(Object value) {}");
      }
    });
    return sources;
  }
}
