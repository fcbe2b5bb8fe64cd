package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.graphline.cli.report.Trace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Checks that are stopped from outside, each in a JVM of its own: what is said, the exit code, and what is left
/// on the disk.
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class StoppedTest {
  /// More states than anybody can count, unless states that nobody can tell apart are made one.
  private static final String ENDLESS = """
      package endless;
      component W { out o: 0..9;  var x: 0..9 = 0;  run { while (true) { x = anything;  send x to o; } } }
      graph Endless { for i in 0..11 { w[i] = W();  w[i].o -> Nowhere(); } }
      check Endless { never w[0].x == 7 && w[0].x == 8; }
      """;

  private static final int SIGINT = 2;

  @TempDir
  private Path folder;
  private Process process;

  @BeforeEach void writeSpecs() throws IOException {
    Files.copy(Folders.SPECS.resolve("farm.graphline"), folder.resolve("farm.graphline"));
    Files.writeString(folder.resolve("endless.graphline"), ENDLESS);
  }

  @AfterEach void endWhatWasStarted() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  private void start(List<String> jvm, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.graphline.cli.Main"));
    command.addAll(List.of(arguments));
    process = new ProcessBuilder(command).directory(folder.toFile()).start();
  }

  /// Starts a check and returns when it explores the states of `Endless`.
  private BufferedReader startEndless(String... more) throws IOException {
    var arguments = new ArrayList<>(List.of("check", "farm.graphline", "endless.graphline", "--progress",
        "--no-reduce", "--threads", "1"));
    arguments.addAll(List.of(more));
    start(List.of("-Xmx2g"), arguments.toArray(String[]::new)); // not full before the signal comes
    BufferedReader err = process.errorReader(StandardCharsets.UTF_8);
    String line = err.readLine();
    while (line != null && !line.startsWith("Endless: ")) {
      line = err.readLine();
    }
    assertThat(line).matches("Endless: .* states?, .*/s, .* MiB");
    return err;
  }

  private void signal(String name) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).inheritIO().start().waitFor())
        .isZero();
  }

  private int exitCode() throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private static String rest(BufferedReader reader) {
    return String.join("\n", reader.lines().toList());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()).sorted().toList();
    }
  }

  /// The story of the farm was written before, and is whole; nothing else is there.
  private void onlyWholeFilesAreLeft() throws IOException {
    assertThat(files()).containsExactly("build/graphline/DL-1.trace.json", "endless.graphline", "farm.graphline");
    assertThat(Trace.read(Files.readString(folder.resolve("build/graphline/DL-1.trace.json")))).isPresent();
  }

  /// Below `nohup` and in the background of a script nobody hears Ctrl-C, nor do those who are started from there.
  private static boolean isDeafToCtrlC() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status) && Files.readAllLines(status).stream().filter(l -> l.startsWith("SigIgn:"))
        .anyMatch(l -> (Long.parseUnsignedLong(l.substring("SigIgn:".length()).strip(), 16) & 1L << SIGINT - 1) != 0);
  }

  @Test void ctrlCSaysWhatIsKnown() throws Exception {
    assumeFalse(isDeafToCtrlC(), "Ctrl-C is ignored where this runs");
    BufferedReader err = startEndless();
    signal("INT");
    String out = rest(process.inputReader(StandardCharsets.UTF_8));
    assertThat(exitCode()).isEqualTo(1); // the farm has a deadlock, which outranks what is unknown
    assertThat(out).contains("DL-1  deadlock").containsPattern("states explored, none bad so far; cancelled")
        .contains("4 properties: 2 as expected, 1 not, 1 unknown");
    assertThat(rest(err)).endsWith("graphline: cancelled");
    onlyWholeFilesAreLeft();
  }

  @Test void aPoliteKillLeavesWholeJson() throws Exception {
    Files.delete(folder.resolve("farm.graphline"));
    Files.writeString(folder.resolve("farm.graphline"), "package empty;\n");
    BufferedReader err = startEndless("--format", "json");
    signal("TERM");
    String out = rest(process.inputReader(StandardCharsets.UTF_8));
    assertThat(exitCode()).isEqualTo(3);
    assertThat(out).startsWith("{").endsWith("}").contains("\"verdict\" : \"unknown\"", "\"reason\" : \"cancelled\"");
    assertThat(rest(err)).endsWith("graphline: cancelled");
    assertThat(files()).containsExactly("endless.graphline", "farm.graphline");
  }

  @Test void aKillLeavesNothingInPart() throws Exception {
    startEndless();
    signal("KILL");
    assertThat(exitCode()).isEqualTo(128 + 9);
    onlyWholeFilesAreLeft();
  }

  @Test void timeThatRunsOutIsUnknown() throws Exception {
    start(List.of("-Xmx400m"), "check", "endless.graphline", "--no-reduce", "--timeout", "1s");
    assertThat(rest(process.inputReader(StandardCharsets.UTF_8))).contains("the limit of 1 s was reached");
    assertThat(exitCode()).isEqualTo(3);
    assertThat(rest(process.errorReader(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test void memoryThatRunsOutIsUnknown() throws Exception {
    start(List.of("-Xmx40m"), "check", "endless.graphline", "--no-reduce", "--engine", "search");
    assertThat(rest(process.inputReader(StandardCharsets.UTF_8))).containsPattern("the limit of\\s+[0-9]+\\s+MiB was");
    assertThat(exitCode()).isEqualTo(3);
    assertThat(rest(process.errorReader(StandardCharsets.UTF_8))).isEmpty();
  }
}
