package org.graphline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Folders to run commands in.
final class Folders {
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  static final Path SPECS = Path.of("src/test/resources/specs").toAbsolutePath();

  private Folders() {}

  /// Copies `from` with all that is in it to `to`.
  static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(from)) {
      all = walk.toList();
    }
    for (Path each : all) {
      Path target = to.resolve(from.relativize(each).toString());
      if (Files.isDirectory(each)) {
        Files.createDirectories(target);
      } else {
        Files.copy(each, target);
      }
    }
  }
}
