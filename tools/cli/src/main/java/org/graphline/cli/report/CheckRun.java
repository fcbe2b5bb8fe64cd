package org.graphline.cli.report;

import java.util.List;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.model.source.SourceFile;

/// All that one `graphline check` found out.
///
/// @param sources  the text of all files that were read
/// @param exitCode how it came out, as the command says it
public record CheckRun(List<CheckedNetwork> results, List<Diagnostic> diagnostics, List<SourceFile> sources,
    int exitCode) {
  public CheckRun {
    results = List.copyOf(results);
    diagnostics = List.copyOf(diagnostics);
    sources = List.copyOf(sources);
  }
}
