package org.graphline.maven;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.graphline.maven.cache.Sources;
import org.graphline.maven.fork.CommandLine;

/// What the two goals about layout share.
final class Formatting {
  private Formatting() {}

  /// Runs `fmt` with `options` over the specifications of `goal`.
  static void run(GraphlineMojo goal, List<String> options) throws IOException, InterruptedException,
      MojoExecutionException, MojoFailureException {
    if (Sources.read(goal.sources()).isEmpty()) {
      goal.getLog().info("There is no specification in " + goal.name(goal.sources()) + ".");
      return;
    }
    var arguments = new ArrayList<>(List.of("fmt", goal.name(goal.sources())));
    arguments.addAll(options);
    arguments.addAll(goal.appearance());
    CommandLine.Result result = goal.shortly(arguments);
    boolean fine = result.exitCode() == ExitCode.AS_EXPECTED;
    result.out().forEach(line -> {
      if (fine) {
        goal.getLog().info(line);
      } else {
        goal.getLog().error(line);
      }
    });
    switch (result.exitCode()) {
      case ExitCode.AS_EXPECTED -> { }
      case ExitCode.NOT_AS_EXPECTED -> throw new MojoFailureException(
          "not every specification is formatted: mvn graphline:format does it");
      case ExitCode.DOES_NOT_COMPILE -> throw new MojoFailureException(
          "a specification in " + goal.name(goal.sources()) + " does not parse, see above");
      default -> throw new MojoExecutionException("Graphline could not format: exit code " + result.exitCode());
    }
  }
}
