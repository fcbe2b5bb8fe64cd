package org.graphline.dsl.format;

import java.util.List;
import java.util.Optional;
import org.graphline.dsl.diagnostic.Diagnostic;

/// The new text, or why there is none: a file that does not parse is left alone. Warnings may come with a
/// text.
public record Formatted(Optional<String> text, List<Diagnostic> diagnostics) {

  public Formatted {
    diagnostics = List.copyOf(diagnostics);
  }
}
