package org.graphline.conformance.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.graphline.model.source.SourceFile;

/// One spec of the corpus: a file, or a folder of files that belong together.
///
/// @param folder the expected verdict
record Spec(String folder, String name, List<SourceFile> files) {
  static final Path CORPUS = Path.of("").toAbsolutePath();
  private static final Pattern HEADER = Pattern.compile("(?m)^// (\\w+): (.*)$");

  /// Returns all specs in order.
  static List<Spec> all() {
    var all = new ArrayList<Spec>();
    for (String folder : List.of("accepted", "rejected", "holds", "deadlocks", "livelocks", "does-not-shut-down",
        "errors", "fails")) {
      try (Stream<Path> entries = Files.list(CORPUS.resolve(folder))) {
        entries.sorted().forEach(entry -> all.add(of(folder, entry)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  private static Spec of(String folder, Path entry) {
    try (Stream<Path> files = Files.walk(entry)) {
      var sources = new ArrayList<SourceFile>();
      for (Path file : files.filter(f -> f.toString().endsWith(".graphline")).sorted().toList()) {
        sources.add(SourceFile.decode(CORPUS.relativize(file).toString(), Files.readAllBytes(file)));
      }
      return new Spec(folder, entry.getFileName().toString(), List.copyOf(sources));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns the values of the header lines `// key: value`.
  List<String> header(String key) {
    return files.stream().flatMap(f -> HEADER.matcher(f.text()).results())
        .filter(r -> r.group(1).equals(key)).map(r -> r.group(2).strip()).toList();
  }

  @Override
  public String toString() {
    return folder + "/" + name;
  }
}
