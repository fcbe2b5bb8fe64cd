package org.graphline.cli.console;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C, or a polite `kill`. Instead of ending the JVM at once it asks the command to come to an end, and
/// gives it a few seconds to say what it knows; after that the JVM ends with the code of the signal.
public final class Interruption {
  private static final int PATIENCE_SECONDS = 10;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "interruption");
  private final PrintStream err;
  private volatile boolean asked;
  private volatile int exitCode;

  private Interruption(PrintStream err) {
    this.err = err;
  }

  /// Starts to watch; a command that does not come to an end is told of on `err`.
  public static Interruption watch(PrintStream err) {
    var interruption = new Interruption(err);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /// Reports whether the command should come to an end.
  public boolean isAsked() {
    return asked;
  }

  private void interrupted() {
    asked = true;
    try {
      if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(exitCode);
      }
      err.println("graphline: stopped in the middle, nothing is known");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends the JVM with `code`, after an interruption too.
  public void exit(int code) {
    exitCode = code;
    if (asked) {
      err.println("graphline: cancelled");
    }
    ended.countDown();
    if (!asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException _) {
        return; // interrupted this very moment; the hook ends the JVM
      }
      System.exit(code);
    }
  }
}
