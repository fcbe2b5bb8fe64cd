package org.graphline.maven;

/// The exit codes of the command line, which are part of its interface.
final class ExitCode {
  static final int AS_EXPECTED = 0;
  static final int NOT_AS_EXPECTED = 1;
  static final int DOES_NOT_COMPILE = 2;
  static final int UNKNOWN = 3;
  static final int WRONG_USAGE = 64;

  private ExitCode() {}
}
