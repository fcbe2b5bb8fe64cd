package org.graphline.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.DiagnosticPage;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The pages of the diagnostics that are found after parsing. An example of several blocks is one of several
/// files.
class EveryDiagnosticHasAnExampleTest {

  static final List<DiagnosticId> FOUND_AFTER_PARSING =
      Arrays.stream(DiagnosticId.values()).filter(id -> !id.code().startsWith("GL01")).toList();

  private static final Pattern FENCE = Pattern.compile("```graphline\n(.*?)```", Pattern.DOTALL);

  @ParameterizedTest
  @FieldSource("FOUND_AFTER_PARSING")
  void showsAnExampleThatGetsThisDiagnosticOnly(DiagnosticId id) {
    assertThat(found(section(id, "\n## Example\n"))).containsOnly(id);
  }

  @ParameterizedTest
  @FieldSource("FOUND_AFTER_PARSING")
  void showsAFixThatGetsNone(DiagnosticId id) {
    assertThat(found(section(id, "\n## The fix\n"))).isEmpty();
  }

  private static String section(DiagnosticId id, String title) {
    var page = DiagnosticPage.of(id).orElseThrow();
    assertThat(page).startsWith("# " + id.code() + ": ").contains(title);
    var section = page.substring(page.indexOf(title) + title.length());
    return section.contains("\n## ") ? section.substring(0, section.indexOf("\n## ")) : section;
  }

  private static List<DiagnosticId> found(String section) {
    var files = new ArrayList<SourceFile>();
    FENCE.matcher(section).results()
        .forEach(block -> files.add(new SourceFile("file" + files.size() + ".graphline", block.group(1))));
    assertThat(files).isNotEmpty();
    var analysis = Frontend.analyze(files);
    var found = new ArrayList<>(analysis.diagnostics());
    analysis.program().ifPresent(program -> Frontend.checks(program).forEach(check ->
        Frontend.elaborate(program, check).forEach(elaboration -> found.addAll(elaboration.diagnostics()))));
    return found.stream().map(Diagnostic::id).toList();
  }
}
