package org.graphline.cli.console;

import org.graphline.dsl.diagnostic.Style;

/// How text looks: colored or not, all characters or ASCII only.
public record Ink(Style style) {
  /// A spoken mark.
  public String cross() {
    return red(isAscii() ? "x" : "✗");
  }

  public String tick() {
    return green(isAscii() ? "+" : "✓");
  }

  public String question() {
    return yellow("?");
  }

  public String red(String text) {
    return colored("31", text);
  }

  public String green(String text) {
    return colored("32", text);
  }

  public String yellow(String text) {
    return colored("33", text);
  }

  public String bold(String text) {
    return colored("1", text);
  }

  public String dim(String text) {
    return colored("2", text);
  }

  /// Reports whether only ASCII may appear.
  public boolean isAscii() {
    return style.characters() == Style.Characters.ASCII;
  }

  /// Returns `text` with every character replaced that may not appear.
  public String plain(String text) {
    if (!isAscii()) {
      return text;
    }
    var plain = new StringBuilder();
    text.codePoints().forEach(c -> plain.append(ascii(c)));
    return plain.toString();
  }

  private static String ascii(int c) {
    return switch (c) {
      case '–', '—', '─', '╌' -> "-";
      case '│', '┆', '╎' -> "|";
      case '…' -> "...";
      case '→', '⇢', '▶' -> "->";
      case '←', '◀' -> "<-";
      case '‘', '’' -> "'";
      case '“', '”' -> "\"";
      default -> c < 0x80 ? Character.toString(c) : "?";
    };
  }

  private String colored(String code, String text) {
    return style.colors() == Style.Colors.ON ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
