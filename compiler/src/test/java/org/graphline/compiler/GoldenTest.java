package org.graphline.compiler;

import java.io.IOException;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.graphline.compiler.emit.GeneratedSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Generated Java is meant to be read: it is compared as text. `-Dgolden=update` rewrites the files, but not
/// in CI.
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final boolean UPDATES = "update".equals(System.getProperty("golden"));

  static Stream<Path> programs() {
    Path examples = Specs.ROOT.resolve("examples");
    return Stream.concat(
        Stream.of("01-hello", "02-dining-philosophers", "03-depot", "04-alternating-bit", "05-farm",
            "07-two-peer-board").map(examples::resolve),
        Specs.filesIn(Path.of("src/test/resources/programs")).stream());
  }

  @ParameterizedTest
  @MethodSource("programs")
  void javaIsAsItWas(Path program) throws IOException {
    Path folder = GOLDEN.resolve(program.getFileName().toString().replace(".graphline", ""));
    Map<String, String> emitted = new TreeMap<>();
    for (GeneratedSources.GeneratedSource file
        : Compiler.compile(Specs.program(Specs.filesIn(program))).files()) {
      emitted.put(file.path(), file.text());
    }
    if (UPDATES) {
      assertThat(System.getenv("CI")).as("golden files are not rewritten in CI").isNull();
      rewrite(folder, emitted);
    }
    assertThat(emitted).isEqualTo(goldenFiles(folder));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void javaCompilesWithoutAWarning(Path program) {
    JavaInMemory.compile(Specs.sources(Specs.program(Specs.filesIn(program))));
  }

  @Test
  void everyFolderBelongsToAProgram() throws IOException {
    List<String> names = programs().map(p -> p.getFileName().toString().replace(".graphline", "")).toList();
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      assertThat(folders.map(f -> f.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names);
    }
  }

  private static Map<String, String> goldenFiles(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          String path = folder.relativize(file).toString().replace('\\', '/');
          files.put(path, Files.readString(file));
        }
      }
    }
    return files;
  }

  private static void rewrite(Path folder, Map<String, String> emitted) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    for (Map.Entry<String, String> file : emitted.entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
  }
}
