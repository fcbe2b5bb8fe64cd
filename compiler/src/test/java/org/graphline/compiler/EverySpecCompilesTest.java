package org.graphline.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The Java of every spec there is compiles without a warning.
class EverySpecCompilesTest {

  static Stream<Path> folders() throws IOException {
    List<Path> folders = new ArrayList<>(List.of(Specs.ROOT.resolve("examples")));
    try (Stream<Path> verdicts = Files.list(Specs.ROOT.resolve("conformance"))) {
      verdicts.filter(Files::isDirectory).filter(folder -> !List.of("rejected", "src", "target").contains(
          folder.getFileName().toString())).sorted().forEach(folders::add);
    }
    return folders.stream();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void javaOfEverySpecCompilesWithoutAWarning(Path folder) {
    Map<String, String> sources = new HashMap<>();
    List<List<Path>> specs = specs(folder);
    assertThat(specs).isNotEmpty();
    for (List<Path> spec : specs) {
      Specs.sources(Specs.program(spec)).forEach((path, text) -> {
        String earlier = sources.put(path, text);
        assertThat(earlier == null || earlier.equals(text)).as(path + " of " + spec).isTrue();
      });
    }
    JavaInMemory.compile(sources);
  }

  /// A file is a spec, and so is a folder whose files import each other.
  private static List<List<Path>> specs(Path folder) {
    Map<Path, List<Path>> together = new HashMap<>();
    for (Path file : Specs.filesIn(folder)) {
      Path below = folder.relativize(file);
      boolean isShared = below.getNameCount() > 1 && !folder.endsWith("examples");
      together.computeIfAbsent(isShared ? below.getName(0) : below, _ -> new ArrayList<>()).add(file);
    }
    return List.copyOf(together.values());
  }
}
