package org.graphline.cli.console;

import java.util.List;

/// How a command ended. The exit codes are part of the interface and do not change.
public enum Outcome {
  AS_EXPECTED(0),
  NOT_AS_EXPECTED(1),
  DOES_NOT_COMPILE(2),
  UNKNOWN(3),
  WRONG_USAGE(64),
  INTERNAL_ERROR(70);

  private static final List<Outcome> BY_PRECEDENCE =
      List.of(INTERNAL_ERROR, WRONG_USAGE, DOES_NOT_COMPILE, NOT_AS_EXPECTED, UNKNOWN, AS_EXPECTED);

  private final int exitCode;

  Outcome(int exitCode) {
    this.exitCode = exitCode;
  }

  /// Returns the exit code.
  public int exitCode() {
    return exitCode;
  }

  /// Returns the one of the two that decides when both have happened.
  public Outcome and(Outcome other) {
    return BY_PRECEDENCE.indexOf(this) <= BY_PRECEDENCE.indexOf(other) ? this : other;
  }
}
