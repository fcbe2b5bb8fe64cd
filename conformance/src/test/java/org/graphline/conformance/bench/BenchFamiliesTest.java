package org.graphline.conformance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.graphline.checker.Checker;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.model.source.SourceFile;
import org.graphline.model.term.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BenchFamiliesTest {
  private static final Path BENCH = Path.of("../bench");

  @TempDir
  Path folder;

  /// A line of `families.csv`.
  record Row(String name, String size, String file, String check, List<String> promela, boolean deadlocks, long states,
      long transitions) {

    static Row of(String line) {
      String[] cells = line.split(";", -1);
      return new Row(cells[0], cells[1], cells[2], cells[3], List.of(cells[4].split(" ")),
          cells[5].equals("deadlocks"), Long.parseLong(cells[6]), Long.parseLong(cells[7]));
    }

    @Override
    public String toString() {
      return name + ": " + check;
    }
  }

  static Stream<Row> small() throws IOException {
    return Files.readAllLines(BENCH.resolve("families.csv")).stream()
        .filter(line -> line.contains(";small;")).map(Row::of);
  }

  @Test
  void everyFamilyIsThereInThreeSizes() throws IOException {
    List<String> names = small().map(Row::name).toList();
    List<String> lines = Files.readAllLines(BENCH.resolve("families.csv"));
    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(12);
    for (String name : names) {
      assertThat(lines).filteredOn(l -> l.startsWith(name + ";")).extracting(l -> l.split(";")[1])
          .containsExactly("small", "medium", "large");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"alternating", "buffers", "database", "farm", "leader", "milner", "philosophers", "polite",
      "readers", "relay", "ring", "systolic", "whiteboard", "window"})
  void whatAFileClaimsIsSo(String file) throws IOException {
    String text = Files.readString(BENCH.resolve("families/" + file + ".graphline"));
    var program = Frontend.analyze(List.of(new SourceFile(file + ".graphline", text))).program().orElseThrow();
    assertThat(Frontend.checks(program)).isNotEmpty();
    for (Check check : Frontend.checks(program)) {
      for (Elaboration elaboration : Frontend.elaborate(program, check)) {
        var report = Checker.check(elaboration.network().orElseThrow(), elaboration.claims(),
            Options.withClock(System::nanoTime), Progress.SILENT);
        assertThat(report.verdicts()).isNotEmpty().allMatch(Verdict::isAsExpected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("small")
  void hasTheVerdictAndTheStatesOfItsLine(Row row) throws IOException {
    String claims = row.deadlocks() ? "not deadlock free;  always true;" : "deadlock free;";
    String text = Files.readString(BENCH.resolve("families/" + row.file() + ".graphline"));
    var analysis = Frontend.analyze(List.of(new SourceFile(row.file() + ".graphline",
        text + "\ncheck " + row.check() + " { " + claims + " }\n")));
    var program = analysis.program().orElseThrow();
    var elaboration = Frontend.elaborate(program, Frontend.checks(program).getLast()).getFirst();
    var report = Checker.check(elaboration.network().orElseThrow(), elaboration.claims(),
        Options.withClock(System::nanoTime).reduction(Options.Reduction.NONE), Progress.SILENT);
    assertThat(report.verdicts()).allMatch(Verdict::isAsExpected);
    assertThat(report.statistics().states()).isEqualTo(row.states());
    assertThat(report.statistics().transitions()).isEqualTo(row.transitions());
  }

  @ParameterizedTest
  @MethodSource("small")
  void spinFindsTheSameStates(Row row) throws IOException, InterruptedException {
    boolean installed = isThere("spin", "-V") && isThere("gcc", "--version");
    assumeTrue(installed, "SPIN is compared with only where `spin` and `gcc` are installed");
    Files.copy(BENCH.resolve("families/" + row.file() + ".pml"), folder.resolve("model.pml"));
    var generate = new ArrayList<>(List.of("spin", "-a", "-o2"));
    generate.addAll(row.promela());
    generate.add("model.pml");
    run(generate);
    run(List.of("gcc", "-O1", "-w", "-DSAFETY", "-DNOREDUCE", "-DVECTORSZ=8192", "-DMEMLIM=1500", "-o", "pan", "pan.c"));
    String said = run(List.of("timeout", "60", "./pan", "-c0", "-m1000000"));
    assertThat(said).doesNotContain("max search depth too small");
    assertThat(number(said, "([0-9.e+]+) states, stored")).isEqualTo(row.states());
    // SPIN counts the beginning as a transition, too.
    assertThat(number(said, "([0-9.e+]+) transitions") - 1).isEqualTo(row.transitions());
    assertThat(said.contains("invalid end state (at depth")).isEqualTo(row.deadlocks());
  }

  private static long number(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return (long) Double.parseDouble(matcher.group(1));
  }

  private boolean isThere(String name, String argument) throws InterruptedException {
    try {
      run(List.of(name, argument));
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command + " fails: " + output);
    }
    return output;
  }
}
