package org.graphline.dsl.diagnostic;

import org.graphline.model.source.Span;

/// The text being drawn: the gutter with line numbers, and what stands right of it.
final class Canvas {

  static final String RED = "1;31";
  static final String YELLOW = "1;33";
  private static final String BLUE = "1;34";
  private static final String BOLD = "1";

  private final StringBuilder text = new StringBuilder();
  private final Style style;
  private final int digits;
  private final String severityColor;

  Canvas(Style style, int digits, String severityColor) {
    this.style = style;
    this.digits = digits;
    this.severityColor = severityColor;
  }

  /// `error[GL0104]: …`
  void title(Diagnostic diagnostic) {
    var head = diagnostic.severity().word() + "[" + diagnostic.id().code() + "]";
    line(colored(severityColor, head) + colored(BOLD, ": " + diagnostic.message()));
  }

  /// `  --> file:line:column     phrase`
  void place(Span span, String phrase) {
    var place = span.file() + ":" + span.line() + ":" + span.column();
    line(" ".repeat(digits + 1) + colored(BLUE, "--> ") + place + (phrase.isEmpty() ? "" : "   " + phrase));
  }

  /// An empty line right of the gutter.
  void gutter() {
    line(bar());
  }

  /// Lines left out.
  void gap() {
    line(colored(BLUE, "..."));
  }

  /// A line of source.
  void source(int number, String source) {
    var padded = " ".repeat(digits - Integer.toString(number).length()) + number;
    line((colored(BLUE, " " + padded + " |") + " " + source).stripTrailing());
  }

  /// Marks under a line of source, and words after them.
  void underline(Excerpt excerpt, char mark, String phrase) {
    var color = mark == '^' ? severityColor : BLUE;
    var marks = String.valueOf(mark).repeat(excerpt.width()) + (phrase.isEmpty() ? "" : " " + phrase);
    line(bar() + " " + " ".repeat(excerpt.from()) + colored(color, marks));
  }

  /// `   = help: …`
  void help(String proposal) {
    line(" ".repeat(digits + 2) + colored(BLUE, "= ") + colored(BOLD, "help") + ": " + proposal);
  }

  private String bar() {
    return " ".repeat(digits + 2) + colored(BLUE, "|");
  }

  private String colored(String color, String words) {
    return style.colors() == Style.Colors.ON ? "\u001b[" + color + "m" + words + "\u001b[0m" : words;
  }

  private void line(String line) {
    text.append(style.characters() == Style.Characters.ASCII ? ascii(line) : line).append('\n');
  }

  private static String ascii(String line) {
    var plain = new StringBuilder();
    line.codePoints().forEach(c -> plain.append(ascii(c)));
    return plain.toString();
  }

  private static String ascii(int c) {
    return switch (c) {
      case '\u2013', '\u2014' -> "-";
      case '\u2026' -> "...";
      case '\u2192' -> "->";
      case '\u2018', '\u2019' -> "'";
      case '\u201c', '\u201d' -> "\"";
      default -> c < 0x80 ? Character.toString(c) : "?".repeat(Columns.width(c));
    };
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
