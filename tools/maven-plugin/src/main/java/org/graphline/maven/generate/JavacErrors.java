package org.graphline.maven.generate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds in what javac says of generated Java the places in the specifications.
///
/// @param folder    where the Java lies
/// @param manifest  what it was made from
/// @param directory what the names of the specifications are relative to
public record JavacErrors(Path folder, Manifest manifest, Path directory) {
  /// As the compiler plugin writes it: the whole name of the file, then `:[12,5] message`.
  private static final Pattern ERROR = Pattern.compile("(\\S[^\\n]*\\.java):\\[(\\d{1,9})(?:,\\d{1,9})?] ?([^\\n]*)");

  /// Returns a line for each error in `text` that lies in generated Java, in the order of the text, each once.
  public List<String> translate(String text) {
    var lines = new ArrayList<String>();
    Matcher error = ERROR.matcher(text);
    while (error.find()) {
      String line = line(error.group(1), Integer.parseInt(error.group(2)), error.group(3)).orElse("");
      if (!line.isEmpty() && !lines.contains(line)) {
        lines.add(line);
      }
    }
    return lines;
  }

  private Optional<String> line(String file, int line, String message) {
    Path java = Path.of(file.startsWith("[ERROR] ") ? file.substring("[ERROR] ".length()) : file);
    if (!java.startsWith(folder)) {
      return Optional.empty();
    }
    String name = folder.relativize(java).toString().replace('\\', '/');
    return manifest.place(name, line).map(place -> directory.resolve(place.file()) + ":[" + place.line() + ","
        + place.column() + "] " + message + "  (in Java made from it, " + name + ":" + line + ")");
  }
}
