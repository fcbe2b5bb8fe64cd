package org.graphline.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.graphline.compiler.emit.GeneratedSources.GeneratedSource;
import org.graphline.model.source.Span;
import org.graphline.model.term.Program;
import org.graphline.model.term.Program.TypeDeclaration;
import org.graphline.model.term.Type;

/// What `graphline compile` read and what it made of it, for build tools. A line each:
///
/// ```
/// graphline manifest 1
/// input src/main/graphline/inn/inn.graphline
/// java inn/Cook.java
/// line 14 5 37 src/main/graphline/inn/inn.graphline      its line 14 is made from line 5, column 37
/// ```
///
/// Line 1 stands for the whole declaration, and an import for the type that names the Java.
final class Manifest {
  private static final String IMPORT = "import ";

  private final List<String> inputs;
  private final Map<String, String> files = new TreeMap<>();

  Manifest(List<String> inputs) {
    this.inputs = List.copyOf(inputs);
  }

  /// Adds a file that was made from `program`.
  void add(GeneratedSource source, Program program) {
    Map<Integer, Span> places = new TreeMap<>(source.map().spans());
    places.put(1, source.declared());
    List<String> lines = source.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(IMPORT)) {
        int line = i + 1;
        String name = lines.get(i).substring(IMPORT.length()).replace(";", "").strip();
        naming(name, program).ifPresent(span -> places.put(line, span));
      }
    }
    places.values().removeIf(Span.BUILT_IN::equals);
    var text = new StringBuilder();
    places.forEach((line, span) -> text.append("line ").append(line).append(' ').append(span.line()).append(' ')
        .append(span.column()).append(' ').append(span.file()).append('\n'));
    files.put(source.path(), text.toString());
  }

  /// Returns where the type is declared that is the Java class `name`, or one inside it.
  private static Optional<Span> naming(String name, Program program) {
    return program.types().stream().filter(declared -> declared.type() instanceof Type.Opaque(_, var javaClass)
            && Arrays.stream(javaClass.split("[^\\w.$]+")).anyMatch(n -> n.equals(name) || n.startsWith(name + ".")))
        .map(TypeDeclaration::span).findFirst();
  }

  /// Returns the text of the file.
  String text() {
    var text = new StringBuilder("graphline manifest 1\n");
    inputs.forEach(input -> text.append("input ").append(input).append('\n'));
    files.forEach((path, places) -> text.append("java ").append(path).append('\n').append(places));
    return text.toString();
  }
}
