package org.graphline.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.DiagnosticPage;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The pages of the diagnostics that the parser reports.
class SyntaxPagesTest {

  static final List<DiagnosticId> SYNTAX =
      Arrays.stream(DiagnosticId.values()).filter(id -> id.code().startsWith("GL01")).toList();

  private static final Pattern FENCE = Pattern.compile("```graphline\n(.*?)```", Pattern.DOTALL);

  @ParameterizedTest
  @FieldSource("SYNTAX")
  void hasATitleAnExampleAndAFix(DiagnosticId id) {
    assertThat(page(id)).startsWith("# " + id.code() + ": ").contains("\n## Example\n", "\n## The fix\n");
    assertThat(programs(id)).hasSize(2);
  }

  @ParameterizedTest
  @FieldSource("SYNTAX")
  void showsAnExampleThatGetsThisDiagnosticOnly(DiagnosticId id) {
    var example = programs(id).getFirst();
    int times = id == DiagnosticId.FILE_TOO_LARGE ? Parser.MAX_LENGTH / example.length() + 1 : 1;
    assertThat(diagnostics(example.repeat(times))).containsExactly(id);
  }

  @ParameterizedTest
  @FieldSource("SYNTAX")
  void showsAFixThatGetsNone(DiagnosticId id) {
    assertThat(diagnostics(programs(id).getLast())).isEmpty();
  }

  private static List<DiagnosticId> diagnostics(String text) {
    return Parser.parse(new SourceFile("a.graphline", text)).diagnostics().stream().map(d -> d.id()).toList();
  }

  private static List<String> programs(DiagnosticId id) {
    return FENCE.matcher(page(id)).results().map(result -> result.group(1)).toList();
  }

  private static String page(DiagnosticId id) {
    return DiagnosticPage.of(id).orElseThrow();
  }
}
