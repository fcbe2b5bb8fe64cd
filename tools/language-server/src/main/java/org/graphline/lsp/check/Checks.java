package org.graphline.lsp.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.graphline.checker.Checker;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Report;
import org.graphline.cli.console.Ink;
import org.graphline.cli.console.World;
import org.graphline.cli.report.CheckedNetwork;
import org.graphline.cli.report.Findings;
import org.graphline.cli.report.TextReport;
import org.graphline.dsl.diagnostic.Style;
import org.graphline.lsp.project.Snapshot.Located;
import org.graphline.model.term.Check;

/// Runs the checks that stand at one place, as `graphline check` does it without options, repairs left out.
public final class Checks {

  private static final Ink PLAIN = new Ink(Style.PLAIN);

  private Checks() {}

  /// What the checks found out.
  ///
  /// @param text what `graphline check` prints of them
  public record Checked(List<Report> reports, String text) {
    public Checked {
      reports = List.copyOf(reports);
    }
  }

  /// Runs the checks that start in `line`, counted from 1; empty if there is none or the files do not compile. Once
  /// `cancelled` says so, what is left is undecided.
  public static Optional<Checked> run(Located located, int line, World world, BooleanSupplier cancelled) {
    var specification = located.analyzed().specification();
    var meant = specification.checks().stream()
        .filter(c -> c.span().file().equals(located.name()) && c.span().line() == line).toList();
    var reports = new ArrayList<Report>();
    var text = new StringBuilder();
    var findings = new Findings();
    for (Check check : meant) {
      for (var elaboration : specification.elaborate(check)) {
        if (elaboration.network().isEmpty()) {
          return Optional.empty();
        }
        var options = Options.withClock(world.nanoTime()).symmetry(true).cancelled(cancelled);
        var report = Checker.check(elaboration.network().get(), elaboration.claims(), options, Progress.SILENT);
        reports.add(report);
        var checked = CheckedNetwork.of(check.span().file(), check.span().line(), title(check), report, findings);
        text.append(new TextReport(PLAIN, TextReport.Detail.NORMAL).render(checked)).append('\n');
      }
    }
    return meant.isEmpty() ? Optional.empty() : Optional.of(new Checked(reports, text.toString()));
  }

  private static Optional<String> title(Check check) {
    return switch (check) {
      case Check.Scenario scenario -> Optional.of(scenario.title());
      case Check.Claims _ -> Optional.empty();
    };
  }
}
