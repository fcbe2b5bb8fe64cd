package org.graphline.cli.console;

/// The command cannot do what it was asked for: a file is missing, an option makes no sense. The message is
/// one sentence for the user.
public final class WrongUsage extends Exception {
  private static final long serialVersionUID = 1;

  public WrongUsage(String message) {
    super(message);
  }
}
