package org.graphline.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.graphline.maven.cache.Answer;
import org.graphline.maven.fork.CommandLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which answers of the real command are good for ever, and what is kept of them.
class CheckAnswersTest {
  private static final String HOLDS = """
      package p;
      component A { out o: signal;  run { send to o; } }
      component B { in i: signal;  run { repeat { receive from i; } } }
      graph G { A() -> B(); }
      check G { deadlock free; }
      """;
  private static final String DEADLOCK = """
      component C { out o: signal;  in i: signal;  run { send to o;  receive from i; } }
      graph H { c = C();  d = C();  c.o -> d.i;  d.o -> c.i; }
      check H { deadlock free; }
      """;

  @TempDir
  private Path folder;
  private PublishedAnswer published;

  @BeforeEach void published() throws IOException {
    published = new PublishedAnswer(folder.resolve("out/report.sarif"), folder.resolve("out/TEST-graphline.xml"),
        Optional.empty(), folder.resolve("out/traces"));
  }

  @Test void whatHoldsIsConclusive() throws Exception {
    CheckRun.Outcome outcome = check(HOLDS);
    assertThat(outcome.answer().exitCode()).isZero();
    assertThat(outcome.isConclusive()).isTrue();
    assertThat(outcome.inputs()).containsExactly("a.graphline");
    assertThat(outcome.answer().files()).containsOnlyKeys(Answer.JUNIT, Answer.SARIF);
    assertThat(folder.resolve("records")).isEmptyDirectory();
  }

  @Test void whatIsViolatedIsConclusiveAndKeepsItsStory() throws Exception {
    CheckRun.Outcome outcome = check("package p;\n" + DEADLOCK);
    assertThat(outcome.answer().exitCode()).isEqualTo(1);
    assertThat(outcome.isConclusive()).isTrue();
    assertThat(outcome.answer().files().keySet()).anyMatch(name -> name.startsWith(Answer.TRACES));
    published.clear();
    assertThat(folder.resolve("out/traces")).isEmptyDirectory();
    published.write(outcome.answer());
    assertThat(folder.resolve("out/traces")).isNotEmptyDirectory();
    assertThat(published.junit()).exists();
  }

  @Test void aPageIsPartOfTheAnswerIfOneIsWanted() throws Exception {
    Path page = folder.resolve("out/report.html");
    published = new PublishedAnswer(published.sarif(), published.junit(), Optional.of(page), published.traces());
    published.write(check("package p;\n" + DEADLOCK).answer());
    assertThat(page).content().contains("<html", "DL-1").doesNotContain(folder.toString());
  }

  @Test void whatABoundLeftOpenIsNotConclusive() throws Exception {
    CheckRun.Outcome outcome = check(HOLDS, "--approximate", "hash");
    assertThat(outcome.answer().exitCode()).isEqualTo(3);
    assertThat(outcome.isConclusive()).isFalse();
  }

  @Test void aViolationBesideSomethingUnknownIsNotConclusive() throws Exception {
    CheckRun.Outcome outcome = check(HOLDS + DEADLOCK, "--approximate", "hash");
    assertThat(outcome.answer().exitCode()).isEqualTo(1);
    assertThat(outcome.isConclusive()).isFalse();
  }

  @Test void whatDoesNotCompileIsNotConclusive() throws Exception {
    CheckRun.Outcome outcome = check("package p; graph {");
    assertThat(outcome.answer().exitCode()).isEqualTo(2);
    assertThat(outcome.isConclusive()).isFalse();
  }

  @Test void onlyOptionsThatWriteNothingElseCanBeAnsweredFromMemory() {
    assertThat(CheckOptions.decideOnly(List.of())).isTrue();
    assertThat(CheckOptions.decideOnly(List.of("--engine", "search", "--timers=patient", "--no-repairs"))).isTrue();
    assertThat(CheckOptions.decideOnly(List.of("--certificate", "a.json"))).isFalse();
    assertThat(CheckOptions.decideOnly(List.of("--engine", "search", "--also=json=x"))).isFalse();
  }

  private CheckRun.Outcome check(String text, String... options) throws IOException, InterruptedException,
      MojoExecutionException {
    Files.writeString(folder.resolve("a.graphline"), text);
    List<Path> classPath = java.util.stream.Stream.of(System.getProperty("java.class.path")
        .split(java.io.File.pathSeparator)).map(Path::of).toList();
    var command = new CommandLine(Path.of(System.getProperty("java.home"), "bin", "java"),
        List.of("-XX:TieredStopAtLevel=1"), classPath, folder);
    var deciding = new java.util.ArrayList<>(List.of("check", "a.graphline", "--traces", "out/traces"));
    deciding.addAll(List.of(options));
    return new CheckRun(arguments -> command.run(arguments, line -> { }), folder.resolve("records"), folder)
        .run(deciding, List.of(), published);
  }
}
