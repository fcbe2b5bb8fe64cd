package org.graphline.conformance.spin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// SPIN and the C compiler it needs, run in a folder of its own.
final class Spin {

  /// What `pan` says of a model.
  enum Answer {
    DEADLOCK, NO_DEADLOCK, UNKNOWN
  }

  private final Path folder;

  Spin(Path folder) {
    this.folder = folder;
  }

  /// Reports whether SPIN and gcc are there.
  static boolean isInstalled() {
    try {
      Path here = Path.of("");
      return run(here, List.of("spin", "-V")).exit() == 0 && run(here, List.of("gcc", "--version")).exit() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  /// Returns whether an invalid end state can be reached.
  Answer check(String promela) throws IOException {
    Files.writeString(folder.resolve("model.pml"), promela);
    must(List.of("spin", "-a", "model.pml"));
    must(List.of("gcc", "-O0", "-w", "-DSAFETY", "-DNOREDUCE", "-DNOFAIR", "-DMEMLIM=1500", "-o", "pan", "pan.c"));
    Ran pan = run(folder, List.of("timeout", "60", "./pan", "-m200000", "-A"));
    if (pan.output().contains("invalid end state (at depth")) {
      return Answer.DEADLOCK;
    }
    boolean whole = pan.output().contains("errors: 0") && !pan.output().contains("max search depth too small");
    return whole ? Answer.NO_DEADLOCK : Answer.UNKNOWN;
  }

  private void must(List<String> command) throws IOException {
    Ran ran = run(folder, command);
    if (ran.exit() != 0) {
      throw new AssertionError(command + " fails: " + ran.output() + "\n" + Files.readString(folder.resolve("model.pml")));
    }
  }

  private record Ran(int exit, String output) {}

  private static Ran run(Path folder, List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile())
        .redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    try {
      return new Ran(process.waitFor(), output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
