package org.graphline.conformance.spin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// SPIN and the C compiler it needs, run in a folder of its own.
final class Spin {
  private static final List<String> ALWAYS = List.of("-w", "-DNOREDUCE", "-DNOFAIR", "-DMEMLIM=1500");

  /// What `pan` says of a model.
  enum Answer {
    YES, NO, UNKNOWN
  }

  private final Path folder;
  private final int seconds;
  private final String compiler;

  /// Runs in `folder`, with the fastest C compiler there is, and for at most so many seconds for an answer.
  Spin(Path folder, int seconds) {
    this.folder = folder;
    this.seconds = seconds;
    this.compiler = compiler();
  }

  /// Reports whether SPIN and a C compiler are there.
  static boolean isInstalled() {
    return runs("spin", "-V") && !compiler().isEmpty();
  }

  /// Returns `tcc`, `gcc`, or nothing.
  private static String compiler() {
    return runs("tcc", "-v") ? "tcc" : runs("gcc", "--version") ? "gcc" : "";
  }

  private static boolean runs(String... command) {
    try {
      return run(Path.of(""), List.of(command)).exit() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  /// Makes the verifier of a model.
  void model(String promela) throws IOException {
    Files.writeString(folder.resolve("model.pml"), promela);
    must(List.of("spin", "-a", "model.pml"));
  }

  /// Returns whether the model can reach an invalid end state.
  Answer reachesInvalidEnd() throws IOException {
    return pan(List.of("-DSAFETY"), List.of("-A"), "invalid end state (at depth");
  }

  /// Returns whether the model can go round for ever without progress. The end of a run is no such cycle.
  Answer goesRoundWithoutProgress() throws IOException {
    return pan(List.of("-DNP", "-DNOSTUTTER"), List.of("-l"), "non-progress cycle (at depth");
  }

  private Answer pan(List<String> defined, List<String> options, String sign) throws IOException {
    var compile = new ArrayList<>(List.of(compiler));
    compile.addAll(ALWAYS);
    compile.addAll(defined);
    compile.addAll(List.of("-o", "pan", "pan.c"));
    must(compile);
    var command = new ArrayList<>(List.of("timeout", Integer.toString(seconds), "./pan", "-m100000", "-w16"));
    command.addAll(options);
    Ran pan = run(folder, command);
    if (pan.output().contains(sign)) {
      return Answer.YES;
    }
    boolean whole = pan.output().contains("errors: 0") && !pan.output().contains("max search depth too small");
    return whole ? Answer.NO : Answer.UNKNOWN;
  }

  private void must(List<String> command) throws IOException {
    Ran ran = run(folder, command);
    if (ran.exit() != 0) {
      throw new AssertionError(command + " fails: " + ran.output() + "\n"
          + Files.readString(folder.resolve("model.pml")));
    }
  }

  private record Ran(int exit, String output) {}

  private static Ran run(Path folder, List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile())
        .redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Ran(process.waitFor(), output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
