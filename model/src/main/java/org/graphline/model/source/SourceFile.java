package org.graphline.model.source;

import java.nio.charset.StandardCharsets;

/// The name and text of one `.graphline` file.
public final class SourceFile {

  private final String name;
  private final String text;
  private final LineMap lines;

  /// A file called `name`, `/` between its parts, that reads `text`.
  public SourceFile(String name, String text) {
    this.name = name;
    this.text = text;
    this.lines = LineMap.of(text);
  }

  /// Returns the file whose bytes are UTF-8. A byte that is not becomes U+FFFD, which the parser reports.
  public static SourceFile decode(String name, byte[] bytes) {
    return new SourceFile(name, new String(bytes, StandardCharsets.UTF_8));
  }

  /// Returns the name as the user gave it.
  public String name() {
    return name;
  }

  /// Returns the whole text.
  public String text() {
    return text;
  }

  /// Returns where the lines start.
  public LineMap lines() {
    return lines;
  }

  /// Returns the text of `line`, counted from 1, without its line break.
  public String line(int line) {
    return text.substring(lines.startOf(line), lines.endOf(line));
  }

  /// Returns the span of the characters from `start` up to, not including, `end`.
  public Span span(int start, int end) {
    return new Span(name, lines.lineAt(start), lines.columnAt(start), start, end);
  }

  /// Returns the text that `span`, a span of this file, covers.
  public String text(Span span) {
    return text.substring(span.start(), span.end());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceFile file && file.name.equals(name) && file.text.equals(text);
  }

  @Override
  public int hashCode() {
    return name.hashCode() * 31 + text.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
