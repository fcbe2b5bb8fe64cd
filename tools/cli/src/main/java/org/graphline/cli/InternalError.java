package org.graphline.cli;

import java.util.List;
import java.util.stream.Stream;
import org.graphline.cli.console.Outcome;
import org.graphline.cli.console.Whereabouts;
import org.graphline.cli.console.World;

/// What is said when we are wrong, not the user.
final class InternalError {
  private static final String PACKAGES = "org.graphline.";

  private final World world;
  private final List<String> arguments;
  private final Whereabouts whereabouts;

  InternalError(World world, List<String> arguments, Whereabouts whereabouts) {
    this.world = world;
    this.arguments = arguments;
    this.whereabouts = whereabouts;
  }

  /// Tells what went wrong and where, and returns the exit code.
  int tell(Throwable mistake) {
    if (mistake instanceof OutOfMemoryError) {
      world.err().println("graphline: out of memory; set GRAPHLINE_JAVA_OPTS=-Xmx… to more than "
          + (Runtime.getRuntime().maxMemory() >> 20) + " MiB, or look at a smaller graph");
      return Outcome.UNKNOWN.exitCode();
    }
    Throwable cause = root(mistake);
    String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    world.err().println("graphline: internal error in " + phase(cause) + ": " + message);
    if (!whereabouts.what().isEmpty()) {
      world.err().println("  while " + whereabouts.what());
    }
    world.err().println("  This is a mistake in Graphline, not in your specification. Please report it with the");
    world.err().println("  specification and the command: graphline " + String.join(" ", arguments));
    if (arguments.contains("-v") || arguments.contains("--verbose")) {
      mistake.printStackTrace(world.err());
    } else {
      world.err().println("  (-v shows the stack trace)");
    }
    return Outcome.INTERNAL_ERROR.exitCode();
  }

  private static Throwable root(Throwable mistake) {
    Throwable cause = mistake;
    while (cause.getCause() != null && !(cause instanceof Error)) {
      cause = cause.getCause();
    }
    return cause;
  }

  /// Returns the package in which it happened, `checker.engine`: each phase has its own.
  private static String phase(Throwable mistake) {
    return Stream.of(mistake.getStackTrace()).map(StackTraceElement::getClassName)
        .filter(name -> name.startsWith(PACKAGES)).findFirst()
        .map(name -> name.substring(PACKAGES.length(), Math.max(PACKAGES.length(), name.lastIndexOf('.'))))
        .orElse("the command line");
  }
}
