package org.graphline.conformance.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.graphline.checker.Checker;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Finding;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.checker.verdict.WaitForGraph;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.model.source.SourceFile;
import org.graphline.model.term.Check;
import org.graphline.model.term.Program;
import org.junit.jupiter.api.Test;

/// The verdicts that the README of the Whiteboard shows. `-Dgolden=update` writes them anew.
class WhiteboardVerdictsTest {
  private static final Path FOLDER = Path.of("").toAbsolutePath().resolveSibling("examples").resolve("whiteboard");
  private static final Pattern SHOWN = Pattern.compile("(?s)(## Verdicts.*?```\n)(.*?)(```\n)");

  @Test
  void areThoseOfTheReadme() throws IOException {
    Path readme = FOLDER.resolve("README.md");
    String text = Files.readString(readme);
    var verdicts = new StringBuilder();
    for (Path file : specifications()) {
      verdicts.append(FOLDER.relativize(file)).append('\n');
      SourceFile source = SourceFile.decode(file.getFileName().toString(), Files.readAllBytes(file));
      Program program = Frontend.analyze(List.of(source)).program().orElseThrow();
      for (Check check : program.checks()) {
        for (Elaboration elaboration : Frontend.elaborate(program, check)) {
          append(verdicts, Checker.check(elaboration.network().orElseThrow(), elaboration.claims(),
              Options.withClock(System::nanoTime), Progress.SILENT));
        }
      }
    }
    var shown = SHOWN.matcher(text);
    assertThat(shown.find()).isTrue();
    if ("update".equals(System.getProperty("golden"))) {
      assertThat(System.getenv("CI")).as("golden files are not written in CI").isNull();
      Files.writeString(readme, text.substring(0, shown.start(2)) + verdicts + text.substring(shown.end(2)));
      return;
    }
    assertThat(verdicts.toString()).isEqualTo(shown.group(2));
  }

  private static List<Path> specifications() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".graphline")).sorted().toList();
    }
  }

  private static void append(StringBuilder text, Report report) {
    for (Verdict verdict : report.claimed()) {
      text.append("  %-34s %-40s %s%n".formatted(report.network().display(), verdict.claim().text(),
          verdict(verdict, report.network().instances().size())));
    }
  }

  private static String verdict(Verdict verdict, int components) {
    return switch (verdict) {
      case Verdict.Holds holds -> "holds: "
          + holds.statistics().engine().replaceAll(", [0-9]+ (threads?|components)", "") + ", " + components
          + " components";
      case Verdict.Violated(_, var story, _, _) when story.finding() == Finding.DEADLOCK ->
          "fails: " + waiting(story.waits()) + ", " + components + " components";
      case Verdict.Violated(_, var story, _, _) -> "fails" + (story.isLasso() ? " going round" : "") + ", " + components
          + " components";
      case Verdict.Undecided _ -> "unknown";
    };
  }

  private static String waiting(WaitForGraph waits) {
    List<String> busy = waits.waiters().stream().filter(w -> !w.rests())
        .map(w -> w.name().substring(w.name().lastIndexOf('.') + 1)).distinct().toList();
    return String.join(", ", busy) + (busy.size() == 1 ? " waits" : " wait");
  }
}
