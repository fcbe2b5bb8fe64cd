package org.graphline.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command `graphline`.
@Command(name = "graphline", mixinStandardHelpOptions = true, version = "graphline 0.1.0")
public final class Main {
  private Main() {}

  /// Runs the command and ends the JVM with its exit code.
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }
}
