package org.graphline.cli;

import org.graphline.cli.page.HtmlReport;
import org.graphline.cli.report.CheckRun;
import org.graphline.cli.report.JUnitReport;
import org.graphline.cli.report.JsonReport;
import org.graphline.cli.report.SarifReport;

/// What the output is meant for.
enum Format {
  /// People.
  TEXT,
  /// Programs.
  JSON,
  /// Code scanning: SARIF 2.1.0.
  SARIF,
  /// Build servers: JUnit XML.
  JUNIT,
  /// People with a browser: one page.
  HTML;

  /// Returns all that a command found out, in this format; text is told while it is found out.
  String render(CheckRun run) {
    return switch (this) {
      case TEXT -> "";
      case JSON -> JsonReport.render(run.results(), run.diagnostics());
      case SARIF -> SarifReport.render(run.results(), run.diagnostics(), run.exitCode());
      case JUNIT -> JUnitReport.render(run.results(), run.diagnostics());
      case HTML -> HtmlReport.render(run);
    };
  }
}
