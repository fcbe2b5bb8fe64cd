package org.graphline.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.graphline.cli.input.Specification;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticRenderer;
import org.graphline.dsl.diagnostic.Severity;
import org.graphline.dsl.diagnostic.Style;

/// Collects the diagnostics of several units, each once, and draws them.
final class DiagnosticPrinter {
  private final Style style;
  private final LinkedHashSet<Diagnostic> all = new LinkedHashSet<>();
  private boolean strict;

  DiagnosticPrinter(Style style) {
    this.style = style;
  }

  /// Makes warnings count as errors.
  DiagnosticPrinter strict(boolean isStrict) {
    strict = isStrict;
    return this;
  }

  /// Adds what is new among `diagnostics` and returns its text, an empty line after each.
  String add(List<Diagnostic> diagnostics, Specification specification) {
    var renderer = new DiagnosticRenderer(style, specification::source);
    var text = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      if (all.add(diagnostic)) {
        text.append(renderer.render(diagnostic)).append('\n');
      }
    }
    return text.toString();
  }

  /// Reports whether any of `diagnostics` keeps the files from compiling.
  boolean isFatal(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(d -> d.isError() || strict && d.severity() == Severity.WARNING);
  }

  /// Returns all diagnostics in the order in which they were added.
  List<Diagnostic> all() {
    return new ArrayList<>(all);
  }
}
