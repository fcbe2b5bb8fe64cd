package org.graphline.dsl.diagnostic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The page that explains a diagnostic at length, in Markdown. The pages come with the program.
public final class DiagnosticPage {

  private DiagnosticPage() {}

  /// Returns the page of `id`.
  public static Optional<String> of(DiagnosticId id) {
    var path = "/org/graphline/dsl/diagnostics/" + id.code() + ".md";
    try (var stream = DiagnosticPage.class.getResourceAsStream(path)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
