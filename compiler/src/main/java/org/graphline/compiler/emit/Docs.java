package org.graphline.compiler.emit;

import java.util.Optional;
import java.util.stream.Collectors;
import org.graphline.compiler.sourcemap.Marks;
import org.graphline.model.source.Span;

/// Javadoc texts.
final class Docs {
  private Docs() {}

  /// Returns the doc comment of a declaration, or a sentence that says what it is and where it comes from.
  static String of(Optional<String> doc, String what, String name, Span span) {
    return doc.map(Docs::text).filter(text -> !text.isBlank())
        .orElse("The " + what + " {@code " + name + "} of " + Marks.shortFile(span) + ".");
  }

  /// Returns the text of a doc comment without the stars around it.
  static String text(String doc) {
    String inside = doc.strip();
    inside = inside.startsWith("/**") ? inside.substring(3) : inside;
    inside = inside.endsWith("*/") ? inside.substring(0, inside.length() - 2) : inside;
    return inside.lines().map(line -> line.strip().replaceFirst("^\\*+ ?", ""))
        .collect(Collectors.joining("\n"))
        .strip().replace("*/", "*&#47;");
  }

  /// Returns `text` set as it is, for showing source.
  static String preformatted(String text) {
    return "<pre>\n" + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("*/", "*&#47;") + "</pre>";
  }
}
