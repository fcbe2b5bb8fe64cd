package org.graphline.conformance;

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
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.Frontend;
import org.graphline.model.source.SourceFile;
import org.graphline.model.term.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The programs in docs/language.md are programs, and what they claim is so.
class LanguagePageTest {
  private static final Pattern PROGRAM = Pattern.compile("```graphline\n(.*?)```", Pattern.DOTALL);

  static Stream<String> programs() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "language.md"));
    return PROGRAM.matcher(page).results().map(result -> result.group(1)).toList().stream();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyProgramOnThePageKeepsItsPromises(String text) {
    var analysis = Frontend.analyze(List.of(new SourceFile("language.md", text)));
    assertThat(analysis.diagnostics()).isEmpty();
    Program program = analysis.program().orElseThrow();
    for (var check : Frontend.checks(program)) {
      for (var elaboration : Frontend.elaborate(program, check)) {
        var report = Checker.check(elaboration.network().orElseThrow(), elaboration.claims(),
            Options.withClock(System::nanoTime), Progress.SILENT);
        assertThat(report.verdicts()).isNotEmpty().allMatch(Verdict::isAsExpected);
      }
    }
  }
}
