package org.graphline.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.graphline.cli.Shell;

/// The terminal of somebody who has a clone of Graphline: the launcher and Maven, each in a process of its own.
///
/// @param launcher   the launcher of the clone
/// @param repository the local repository into which the clone was installed
record Terminal(Path launcher, Path repository) implements Shell {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Pattern COLOR = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final Pattern SECONDS = Pattern.compile(" +[0-9]+[.,][0-9]+ s\\b");

  /// Returns the terminal, with a clone in `folder` that is built from the jars of this build: the launcher finds
  /// what it finds after it has built the sources itself.
  static Terminal make(Path folder) throws IOException {
    Path built = Files.createDirectories(folder.resolve("target/graphline/app"));
    Path cli = Path.of("../cli/target");
    var jars = new ArrayList<Path>();
    for (Path from : List.of(cli, cli.resolve("lib"))) {
      try (Stream<Path> all = Files.list(from)) {
        all.filter(f -> f.toString().endsWith(".jar") && !f.toString().endsWith("-tests.jar")).forEach(jars::add);
      }
    }
    for (Path jar : jars) {
      Files.copy(jar, built.resolve(jar.getFileName()));
    }
    Files.createFile(built.resolve("since"));
    Files.writeString(folder.resolve("target/graphline/current"), "app\n");
    Path launcher = folder.resolve("graphline");
    Files.copy(ROOT.resolve("graphline"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
    return new Terminal(launcher, StagedRepository.make());
  }

  @Override
  public String printed(List<String> command, Path directory, String typed) {
    List<String> arguments = command.subList(1, command.size());
    try {
      return switch (command.get(0)) {
        case "graphline" -> graphline(arguments, directory, typed);
        case "mvn" -> COLOR.matcher(new MavenProcess(repository, directory).run(arguments).log()).replaceAll("");
        default -> throw new AssertionError("nobody knows how to run " + command);
      };
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String graphline(List<String> arguments, Path directory, String typed) throws IOException,
      InterruptedException {
    var command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
      input.write(typed);
    }
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed;
  }

  /// What took how long differs, and how far to the right it stands with it. Nothing else may.
  @Override
  public String comparable(String text) {
    return SECONDS.matcher(text).replaceAll("  0.0 s");
  }
}
