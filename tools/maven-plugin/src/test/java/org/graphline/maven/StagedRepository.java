package org.graphline.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.stream.Stream;

/// A local repository for a Maven that a test starts: it holds this build's Graphline, and links to all that the
/// repository of this build holds of others. So nothing of ours gets into that one, and nothing is loaded twice.
final class StagedRepository {
  private static final Path FOLDER = Path.of("target/it/repository").toAbsolutePath();
  private static final String VERSION = System.getProperty("it.version");

  private StagedRepository() {}

  /// Returns the repository; the build has put the artifacts there that the plugin stands on.
  static Path make() throws IOException {
    Path own = Files.createDirectories(FOLDER.resolve("org/graphline/graphline-maven-plugin").resolve(VERSION));
    String name = "graphline-maven-plugin-" + VERSION;
    Files.copy(Path.of(System.getProperty("it.plugin.jar")), own.resolve(name + ".jar"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.copy(Path.of("pom.xml"), own.resolve(name + ".pom"), StandardCopyOption.REPLACE_EXISTING);
    Path others = Path.of(System.getProperty("it.local.repository"));
    link(others, FOLDER, Set.of("org"));
    link(others.resolve("org"), FOLDER.resolve("org"), Set.of("graphline"));
    return FOLDER;
  }

  private static void link(Path from, Path to, Set<String> except) throws IOException {
    try (Stream<Path> all = Files.list(from)) {
      for (Path each : all.filter(Files::isDirectory).toList()) {
        Path link = to.resolve(each.getFileName());
        if (!except.contains(each.getFileName().toString()) && !Files.exists(link)) {
          Files.createSymbolicLink(link, each.toAbsolutePath());
        }
      }
    }
  }
}
