package org.graphline.cli.console;

/// The version of Graphline.
public final class Version {
  /// As it is shown and written to reports.
  public static final String TEXT = "0.1.0";

  private Version() {}
}
