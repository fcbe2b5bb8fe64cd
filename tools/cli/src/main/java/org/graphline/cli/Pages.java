package org.graphline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.graphline.dsl.diagnostic.DiagnosticId;

/// The pages that `explain` prints: resources, one a code.
final class Pages {
  static final List<String> FINDINGS = List.of("DL", "LL", "SD", "ER", "AL", "LT", "SC", "RF", "ND");
  static final List<String> ASSUMPTIONS = List.of("A1", "A2", "A3", "A4", "A5", "A6", "A7", "F", "T");
  static final List<String> TOPICS = List.of("engines");

  /// Returns the page about `code`, capital letters or not; `DL-1` means `DL`.
  Optional<String> page(String code) {
    String wanted = code.toUpperCase(Locale.ROOT).replaceFirst("-[0-9]+$", "");
    Optional<DiagnosticId> diagnostic = DiagnosticId.of(wanted);
    if (diagnostic.isPresent()) {
      return resource("/org/graphline/dsl/diagnostics/" + diagnostic.get().code() + ".md")
          .or(() -> Optional.of("# " + diagnostic.get().code() + ": " + diagnostic.get().slug() + "\n"));
    }
    if (FINDINGS.contains(wanted)) {
      return resource("explain/" + wanted + ".md");
    }
    if (ASSUMPTIONS.contains(wanted)) {
      return resource("explain/assumptions.md").map(text -> section(text, wanted));
    }
    return TOPICS.contains(code.toLowerCase(Locale.ROOT))
        ? resource("explain/" + code.toLowerCase(Locale.ROOT) + ".md") : Optional.empty();
  }

  /// Returns what can be explained, one a line.
  String list() {
    var text = new StringBuilder();
    text.append("findings     ").append(String.join(" ", FINDINGS)).append('\n');
    text.append("assumptions  ").append(String.join(" ", ASSUMPTIONS)).append('\n');
    text.append("topics       ").append(String.join(" ", TOPICS)).append('\n');
    text.append("diagnostics\n");
    for (DiagnosticId id : DiagnosticId.values()) {
      text.append("  ").append(id.code()).append("  ").append(id.slug()).append('\n');
    }
    return text.toString();
  }

  /// Returns the part of `text` from the heading that starts with `code` up to the next heading.
  private static String section(String text, String code) {
    int start = text.indexOf("## " + code + " ");
    int end = text.indexOf("\n## ", start + 1);
    return end < 0 ? text.substring(start) : text.substring(start, end + 1);
  }

  private static Optional<String> resource(String name) {
    try (InputStream in = Pages.class.getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(),
          StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
