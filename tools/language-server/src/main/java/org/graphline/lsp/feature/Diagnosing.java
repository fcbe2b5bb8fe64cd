package org.graphline.lsp.feature;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Location;
import org.graphline.cli.input.SpecFile;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Severity;
import org.graphline.lsp.project.Analyzed;
import org.graphline.lsp.project.Positions;
import org.graphline.model.source.Span;

/// Diagnostics of the front end as the protocol has them: the message, then what to do; what else matters as related
/// places.
public final class Diagnosing {

  /// What diagnostics say they come from.
  public static final String SOURCE = "graphline";

  private final Analyzed analyzed;
  private final Function<Path, String> uris;

  /// @param uris the name that the editor has for a file
  public Diagnosing(Analyzed analyzed, Function<Path, String> uris) {
    this.analyzed = analyzed;
    this.uris = uris;
  }

  /// Returns `diagnostics` by file. Files without any are left out.
  public Map<Path, List<Diagnostic>> byFile(List<org.graphline.dsl.diagnostic.Diagnostic> diagnostics) {
    var byFile = new HashMap<Path, List<Diagnostic>>();
    for (var diagnostic : diagnostics) {
      analyzed.file(diagnostic.primary().span().file()).ifPresent(file ->
          byFile.computeIfAbsent(file.path(), _ -> new ArrayList<>()).add(of(diagnostic, file)));
    }
    return byFile;
  }

  private Diagnostic of(org.graphline.dsl.diagnostic.Diagnostic diagnostic, SpecFile file) {
    var range = new Positions(file.source()).range(diagnostic.primary().span());
    var message = new StringBuilder(diagnostic.message());
    if (!diagnostic.primary().phrase().isEmpty()) {
      message.append(" (").append(diagnostic.primary().phrase()).append(')');
    }
    diagnostic.help().ifPresent(help -> help.lines().forEach(line -> message.append("\nhelp: ").append(line)));
    var result = new Diagnostic(range, message.toString(), severity(diagnostic.severity()), SOURCE,
        diagnostic.id().code());
    if (diagnostic.id() == DiagnosticId.UNUSED_PORT || diagnostic.id() == DiagnosticId.UNUSED_VARIABLE) {
      result.setTags(List.of(DiagnosticTag.Unnecessary));
    }
    var related = new ArrayList<DiagnosticRelatedInformation>();
    diagnostic.related().forEach(marker -> location(marker.span()).ifPresent(location ->
        related.add(new DiagnosticRelatedInformation(location, marker.phrase()))));
    if (!related.isEmpty()) {
      result.setRelatedInformation(related);
    }
    return result;
  }

  private static DiagnosticSeverity severity(Severity severity) {
    return switch (severity) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
    };
  }

  /// Returns the place of `span` as the editor knows it; nothing for what the language provides.
  public Optional<Location> location(Span span) {
    return analyzed.file(span.file()).map(file -> new Location(uris.apply(file.path()),
        new Positions(file.source()).range(span)));
  }
}
