package org.graphline.conformance.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.graphline.checker.Checker;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The repaired Whiteboard cannot deadlock; without one of its repairs it does, which the guided search shows. It shuts
/// down, and nothing goes on for ever in it that nobody feeds; that rests on the filters of the connections.
class WhiteboardProofsTest {
  private static final Path REPAIRED =
      Path.of("").toAbsolutePath().resolveSibling("examples/whiteboard/whiteboard-repaired.graphline");

  private static Report check(String text, String network) {
    return check(text, network, "deadlock free");
  }

  private static Report check(String text, String network, String claims) {
    var program = Frontend.analyze(List.of(new SourceFile("whiteboard.graphline",
        text.substring(0, text.indexOf("\ncheck ")) + "\ncheck " + network + " { " + claims + "; }\n"))).program()
        .orElseThrow();
    Elaboration elaboration = Frontend.elaborate(program, program.checks().getLast()).getFirst();
    return Checker.check(elaboration.network().orElseThrow(), elaboration.claims(),
        Options.withClock(System::nanoTime).engine(Options.Engine.PROOFS), Progress.SILENT);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      Alone;                           42;  arc consistency, 62 pairs of neighbors
      Peer(connections = 1, room = 1); 60;  arc consistency, 87 pairs of neighbors
      Tree;                            198; arc consistency, 291 pairs of neighbors
      """)
  void itIsProvedWithoutAState(String network, int components, String argument) throws IOException {
    Report report = check(Files.readString(REPAIRED), network);
    assertThat(report.network().instances()).hasSize(components);
    assertThat(report.claimed()).singleElement().isInstanceOf(Verdict.Holds.class);
    assertThat(report.errorFree()).isInstanceOf(Verdict.Holds.class);
    assertThat(report.statistics().engine()).isEqualTo(argument);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      Alone; canvas.surfaceChanged ->[overwriting 1] history.changed; canvas.surfaceChanged -> history.changed
      Alone; overwriting (w == CANVAS ? 1 : 0);                       overwriting 0
      Peer(connections = 1, room = 1); canvas.outbox ->[overwriting 1] images; canvas.outbox -> images
      """)
  void withoutOneOfTheRepairsItDeadlocks(String network, String repair, String before) throws IOException {
    String text = Files.readString(REPAIRED);
    assertThat(text).contains(repair);
    assertThat(check(text.replace(repair, before), network).claimed()).singleElement()
        .isInstanceOf(Verdict.Violated.class);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      Peer(connections = 2, room = 1); mouse, keyboard, microphone, wireIn[*];    local cycles, 78 components
      Tree;                            mouse[*], keyboard[*], microphone[*];      local cycles, 198 components
      """)
  void itComesToRestUnlessItIsFed(String network, String fed, String argument) throws IOException {
    Report report = check(Files.readString(REPAIRED), network, "shuts down; livelock free progress on " + fed);
    assertThat(report.claimed()).hasSize(2).allSatisfy(v -> assertThat(v).isInstanceOf(Verdict.Holds.class));
    assertThat(report.statistics().engine()).isEqualTo(argument);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      if (t.tag != tag) { send t.item; if (true) { send t.item; mouse[*], keyboard[*], microphone[*]
      if (t.tag != tag) { send t to;   if (true) { send t to;   mouse[*], keyboard[*], microphone[*]
      ;                                ;                        keyboard[*], microphone[*]
      ;                                ;                        mouse[*], keyboard[*]
      """)
  void withoutAFilterOrWithSomethingElseThatFeedsItThereIsNoProof(String filter, String none, String fed)
      throws IOException {
    String text = Files.readString(REPAIRED);
    String changed = filter == null ? text : text.replace(filter, none);
    assertThat(changed.equals(text)).isEqualTo(filter == null);
    assertThat(check(changed, "Tree", "livelock free progress on " + fed).claimed()).singleElement()
        .isInstanceOf(Verdict.Undecided.class);
  }
}
