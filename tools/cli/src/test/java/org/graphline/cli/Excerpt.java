package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a page shows of a file: all of it, or a declaration.
record Excerpt(String path, String start) {

  /// Reads `examples/mini/Mini.java` or `examples/mini/Mini.java: static class Line`.
  static Excerpt of(String text) {
    int colon = text.indexOf(": ");
    return colon < 0 ? new Excerpt(text, "") : new Excerpt(text.substring(0, colon), text.substring(colon + 2));
  }

  /// Returns the text of the file without its head of line comments; or, if there is a start, what begins with
  /// the first line that starts so, up to the brace that closes it.
  String in(Path folder) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(path));
    if (start.isEmpty()) {
      return lines.stream().dropWhile(line -> line.startsWith("//") || line.isBlank())
          .collect(Collectors.joining("\n", "", "\n"));
    }
    int first = IntStream.range(0, lines.size()).filter(i -> lines.get(i).strip().startsWith(start)).findFirst()
        .orElseThrow(() -> new AssertionError("`" + start + "` is not in " + path));
    String indent = lines.get(first).substring(0, lines.get(first).indexOf(start.charAt(0)));
    int last = first;
    if (lines.get(first).endsWith("{")) {
      last = IntStream.range(first + 1, lines.size()).filter(i -> lines.get(i).startsWith(indent + "}")).findFirst()
          .orElseThrow();
    }
    assertThat(lines.subList(first, last + 1)).allMatch(line -> line.isBlank() || line.startsWith(indent));
    return lines.subList(first, last + 1).stream().map(line -> line.isBlank() ? "" : line.substring(indent.length()))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
