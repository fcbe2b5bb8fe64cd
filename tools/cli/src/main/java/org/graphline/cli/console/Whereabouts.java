package org.graphline.cli.console;

/// What a command is about at the moment, to be told should it break.
public final class Whereabouts {
  private volatile String what = "";

  /// Notes what is done from here on: `checking Farm(workers = 2), farm.graphline:33`.
  public void at(String doing) {
    what = doing;
  }

  /// Returns what was done last; empty if nothing was noted.
  public String what() {
    return what;
  }
}
