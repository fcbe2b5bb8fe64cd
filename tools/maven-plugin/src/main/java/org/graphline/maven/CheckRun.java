package org.graphline.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.apache.maven.plugin.MojoExecutionException;
import org.graphline.maven.cache.Answer;
import org.graphline.maven.fork.CommandLine;
import org.graphline.maven.report.CheckSummary;

/// One run of `graphline check`.
///
/// @param tool      what runs a command
/// @param records   where there is room for files on the way
/// @param directory the working directory
record CheckRun(Tool tool, Path records, Path directory) {
  private static final String PREFIX = "run-";
  private static final String INPUTS = "inputs.txt";

  /// Runs a command of Graphline.
  interface Tool {
    CommandLine.Result graphline(List<String> arguments) throws IOException, InterruptedException,
        MojoExecutionException;
  }

  /// What came of it.
  ///
  /// @param inputs       the names of the specifications that were read
  /// @param isConclusive whether the same specifications give the same answer always: it did not come from a bound
  record Outcome(Answer answer, List<String> inputs, boolean isConclusive) {}

  /// Runs the command.
  ///
  /// @param deciding the command with all that decides the answer
  /// @param plumbing other options
  Outcome run(List<String> deciding, List<String> plumbing, PublishedAnswer published) throws IOException,
      InterruptedException, MojoExecutionException {
    Files.createDirectories(records);
    sweep();
    Path folder = Files.createTempDirectory(records, PREFIX);
    try {
      published.clear();
      var command = new ArrayList<>(deciding);
      command.addAll(plumbing);
      command.addAll(List.of("--also", "sarif=" + folder.resolve(Answer.SARIF),
          "--also", "junit=" + folder.resolve(Answer.JUNIT), "--inputs", folder.resolve(INPUTS).toString()));
      if (published.page().isPresent()) {
        command.addAll(List.of("--also", "html=" + folder.resolve(Answer.PAGE)));
      }
      CommandLine.Result result = tool.graphline(command);
      Map<String, byte[]> files = new TreeMap<>(published.readStories());
      for (String name : List.of(Answer.SARIF, Answer.JUNIT, Answer.PAGE)) {
        if (Files.isRegularFile(folder.resolve(name))) {
          files.put(name, Files.readAllBytes(folder.resolve(name)));
        }
      }
      var answer = new Answer(result.exitCode(), result.out(), files);
      Path inputs = folder.resolve(INPUTS);
      return new Outcome(answer, Files.isRegularFile(inputs) ? Files.readAllLines(inputs) : List.of(),
          Files.isRegularFile(inputs) && isConclusive(answer));
    } finally {
      delete(folder);
    }
  }

  private static boolean isConclusive(Answer answer) {
    if (answer.exitCode() != ExitCode.AS_EXPECTED && answer.exitCode() != ExitCode.NOT_AS_EXPECTED) {
      return false;
    }
    try {
      return CheckSummary.read(answer.file(Answer.JUNIT)).undecided().isEmpty();
    } catch (XMLStreamException e) {
      return false;
    }
  }

  /// Deletes what builds have left that were killed.
  private void sweep() throws IOException {
    try (Stream<Path> all = Files.list(records)) {
      for (Path left : all.filter(f -> f.getFileName().toString().startsWith(PREFIX)).toList()) {
        delete(left);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
