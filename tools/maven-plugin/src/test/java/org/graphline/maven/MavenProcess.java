package org.graphline.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The Maven that builds this project, started anew on the JVM that it runs on.
record MavenProcess(Path repository, Path project) {
  private static final long LONGEST_MINUTES = 5;

  /// How a build ended.
  record Result(int exitCode, String log) {}

  Result run(List<String> arguments) throws IOException, InterruptedException {
    Path log = Files.createTempFile("graphline-maven", ".log");
    try {
      var command = new ArrayList<String>(List.of(Path.of(System.getProperty("it.maven.home"), "bin", "mvn").toString(),
          "-B", "-ntp", "-Dmaven.repo.local=" + repository));
      command.addAll(arguments);
      var builder = new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true)
          .redirectOutput(log.toFile());
      builder.environment().put("JAVA_HOME", System.getProperty("it.java.home"));
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
      builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"); // it does not run for long
      Process process = builder.start();
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        throw new AssertionError("Maven does not come to an end: " + Files.readString(log));
      }
      return new Result(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
    } finally {
      Files.delete(log);
    }
  }
}
