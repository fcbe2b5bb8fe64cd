package org.graphline.compiler.emit;

import java.util.HexFormat;

/// Texts as Java literals.
final class Literals {
  private Literals() {}

  /// Returns the literal for `text`, letters of any script as they are, everything unprintable escaped.
  static String text(String text) {
    var literal = new StringBuilder("\"");
    text.chars().forEach(c -> literal.append(switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> Character.isLetterOrDigit(c) || c >= ' ' && c < 127
          || Character.getType(c) == Character.MATH_SYMBOL
          ? Character.toString(c) : "\\u" + HexFormat.of().toHexDigits((char) c);
    }));
    return literal.append('"').toString();
  }
}
