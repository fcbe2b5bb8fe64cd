package org.graphline.maven.fork;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The command line of Graphline, in a JVM of its own.
///
/// @param java        the `java` to start
/// @param jvmOptions  options of that JVM
/// @param classPath   the command line and all it stands on
/// @param directory   the working directory: names in what is printed are relative to it
public record CommandLine(Path java, List<String> jvmOptions, List<Path> classPath, Path directory) {
  private static final String MAIN = "org.graphline.cli.Main";

  public CommandLine {
    jvmOptions = List.copyOf(jvmOptions);
    classPath = List.copyOf(classPath);
  }

  /// How a command ended.
  ///
  /// @param exitCode the exit code, see `Outcome` of the command line
  /// @param out      the lines it printed
  /// @param err      the lines it told on the side
  public record Result(int exitCode, List<String> out, List<String> err) {}

  /// Runs a command to its end. Whoever stops Maven stops it, too.
  ///
  /// @param told is given each line that is told on the side, at once
  public Result run(List<String> arguments, Consumer<String> told) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(java.toString());
    command.addAll(jvmOptions);
    command.add("-cp");
    command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(MAIN);
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).directory(directory.toFile()).start();
    var hook = new Thread(process::destroy, "stops Graphline");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      process.getOutputStream().close();
      CompletableFuture<List<String>> err = CompletableFuture.supplyAsync(
          () -> lines(process.getErrorStream(), told), task -> new Thread(task, "what Graphline tells").start());
      List<String> out = lines(process.getInputStream(), line -> { });
      return new Result(process.waitFor(), out, err.get());
    } catch (ExecutionException | UncheckedIOException e) {
      throw new IOException("what Graphline printed cannot be read: " + e.getMessage(), e);
    } finally {
      process.destroy();
      forget(hook);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // Maven is being stopped this very moment, and the hook does its work.
    }
  }

  private static List<String> lines(InputStream stream, Consumer<String> each) {
    var lines = new ArrayList<String>();
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
        each.accept(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
