package org.graphline.testing.claims;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.graphline.checker.engine.Options;
import org.graphline.checker.verdict.Counterexample;
import org.graphline.checker.verdict.Finding;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.cli.console.Ink;
import org.graphline.cli.input.Specification;
import org.graphline.cli.repair.TrialRepairs;
import org.graphline.cli.report.CheckedNetwork;
import org.graphline.cli.report.Findings;
import org.graphline.cli.report.TextReport;
import org.graphline.cli.report.Tried;
import org.graphline.dsl.diagnostic.Style;
import org.graphline.model.term.Check;

/// The check of one network. Its claims are judged together, when the first of them is asked for.
final class Checking {
  private static final Ink PLAIN = new Ink(new Style(Style.Characters.ALL, Style.Colors.OFF));

  private final Specification specification;
  private final Check check;
  private final Supplier<Report> judging;
  private final Options options;
  private final Findings findings;
  private Report report;

  /// @param judging finds out about all claims
  Checking(Specification specification, Check check, Supplier<Report> judging, Options options, Findings findings) {
    this.specification = specification;
    this.check = check;
    this.judging = judging;
    this.options = options;
    this.findings = findings;
  }

  /// Returns the title, if it is a scenario.
  Optional<String> title() {
    return switch (check) {
      case Check.Scenario scenario -> Optional.of(scenario.title());
      case Check.Claims _ -> Optional.empty();
    };
  }

  /// Returns what was found out.
  synchronized Report report() {
    if (report == null) {
      report = judging.get();
    }
    return report;
  }

  /// Returns one verdict as the command line prints it, repairs that were tried included.
  String tell(Verdict verdict) {
    var alone = new Report(report().network(), List.of(verdict), verdict, verdict.statistics());
    var checked = CheckedNetwork.of(check.span().file(), check.span().line(), title(), alone, findings);
    return new TextReport(PLAIN, TextReport.Detail.NORMAL).render(checked.tried(List.of(repairs(verdict))));
  }

  private Optional<Tried> repairs(Verdict verdict) {
    return verdict instanceof Verdict.Violated(_, Counterexample story, _, _) && !verdict.isAsExpected()
        && story.finding() == Finding.DEADLOCK ? Optional.of(TrialRepairs.of(specification.unit().sources(), check,
            report().network(), story, options)) : Optional.empty();
  }
}
