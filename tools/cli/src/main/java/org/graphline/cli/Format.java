package org.graphline.cli;

import java.util.List;
import org.graphline.cli.report.CheckedNetwork;
import org.graphline.cli.report.JUnitReport;
import org.graphline.cli.report.JsonReport;
import org.graphline.cli.report.SarifReport;
import org.graphline.dsl.diagnostic.Diagnostic;

/// What the output is meant for.
enum Format {
  /// People.
  TEXT,
  /// Programs.
  JSON,
  /// Code scanning: SARIF 2.1.0.
  SARIF,
  /// Build servers: JUnit XML.
  JUNIT;

  /// Returns all that a command found out, in this format; text is told while it is found out.
  String render(List<CheckedNetwork> results, List<Diagnostic> diagnostics, int exitCode) {
    return switch (this) {
      case TEXT -> "";
      case JSON -> JsonReport.render(results, diagnostics);
      case SARIF -> SarifReport.render(results, diagnostics, exitCode);
      case JUNIT -> JUnitReport.render(results, diagnostics);
    };
  }
}
