package org.graphline.cli.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C. Instead of ending the JVM at once it asks the command to come to an end, and gives it a few
/// seconds to say what it knows.
public final class Interruption {
  private static final int PATIENCE_SECONDS = 10;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "interruption");
  private volatile boolean asked;
  private volatile int exitCode = 128 + 2;

  private Interruption() {}

  /// Starts to watch.
  public static Interruption watch() {
    var interruption = new Interruption();
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
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends the JVM with `code`, after an interruption too.
  public void exit(int code) {
    exitCode = code;
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
