package org.graphline.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Counterexample;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.Frontend;
import org.graphline.model.source.SourceFile;

/// Checks networks written as text.
final class Specs {
  private Specs() {}

  /// Returns one report for each network that the checks of `text` speak of.
  static List<Report> check(String text, Options options) {
    return check(text, options, Progress.SILENT);
  }

  /// Returns the same, and tells how far it is.
  static List<Report> check(String text, Options options, Progress progress) {
    var analysis = Frontend.analyze(List.of(new SourceFile("spec.graphline", text)));
    assertThat(analysis.diagnostics()).isEmpty();
    var reports = new ArrayList<Report>();
    analysis.program().ifPresent(program -> Frontend.checks(program).forEach(check ->
        Frontend.elaborate(program, check).forEach(elaboration -> {
          assertThat(elaboration.diagnostics()).isEmpty();
          reports.add(Checker.check(elaboration.network().orElseThrow(), elaboration.claims(), options,
              progress));
        })));
    return reports;
  }

  /// Returns the verdicts of all checks of `text`.
  static List<Verdict> verdicts(String text) {
    return check(text, Options.withClock(() -> 0)).stream().flatMap(r -> r.verdicts().stream()).toList();
  }

  /// Returns the only verdict of `text`.
  static Verdict verdict(String text) {
    List<Verdict> verdicts = verdicts(text);
    assertThat(verdicts).hasSize(1);
    return verdicts.getFirst();
  }

  /// Returns the counterexample to the only claim of `text`.
  static Counterexample counterexample(String text) {
    assertThat(verdict(text)).isInstanceOf(Verdict.Violated.class);
    return ((Verdict.Violated) verdict(text)).counterexample();
  }
}
