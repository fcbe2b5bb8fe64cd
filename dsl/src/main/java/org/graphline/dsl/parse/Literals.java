package org.graphline.dsl.parse;

import org.antlr.v4.runtime.Token;
import org.graphline.dsl.ast.Expression;
import org.graphline.dsl.ast.Expression.TimeUnit;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;

/// The values of literals.
final class Literals {

  private static final int HEX_DIGITS = 4;

  private final Spans spans;
  private final Findings findings;

  Literals(Spans spans, Findings findings) {
    this.spans = spans;
    this.findings = findings;
  }

  Expression integer(Token token) {
    return new Expression.IntegerLiteral(number(token, digits(token)), spans.of(token));
  }

  Expression time(Token token) {
    var digits = digits(token);
    return new Expression.TimeLiteral(number(token, digits), unit(token, digits.length()), spans.of(token));
  }

  private static TimeUnit unit(Token token, int start) {
    var symbol = token.getText().substring(start);
    for (var unit : TimeUnit.values()) {
      if (unit.symbol().equals(symbol)) {
        return unit;
      }
    }
    throw new AssertionError("no unit " + symbol);
  }

  private static String digits(Token token) {
    var text = token.getText();
    int end = 0;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }

  private int number(Token token, String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException _) {
      findings.add(
          Diagnostic.of(
                  DiagnosticId.NUMBER_TOO_LARGE,
                  "`" + Findings.shorten(token.getText()) + "` is too large",
                  spans.of(token))
              .help("the largest number is " + Integer.MAX_VALUE));
      return Integer.MAX_VALUE;
    }
  }

  /// Returns what a text in quotes means.
  String text(Token token) {
    var raw = token.getText();
    var value = new StringBuilder();
    int end = raw.length() > 1 && raw.endsWith("\"") ? raw.length() - 1 : raw.length();
    for (int i = 1; i < end; i++) {
      if (raw.charAt(i) != '\\' || i + 1 == end) {
        value.append(raw.charAt(i));
      } else {
        i = escape(token, raw, i, value);
      }
    }
    return value.toString();
  }

  /// Appends what the escape at `start` means and returns the index of its last character.
  private int escape(Token token, String raw, int start, StringBuilder value) {
    char kind = raw.charAt(start + 1);
    switch (kind) {
      case 'n' -> value.append('\n');
      case 't' -> value.append('\t');
      case 'r' -> value.append('\r');
      case '"', '\\' -> value.append(kind);
      case 'u' -> {
        int end = start + 2 + HEX_DIGITS;
        if (end < raw.length() && raw.substring(start + 2, end).matches("[0-9A-Fa-f]+")) {
          value.append((char) Integer.parseInt(raw.substring(start + 2, end), 16));
          return end - 1;
        }
        unknownEscape(token, start, raw);
      }
      default -> unknownEscape(token, start, raw);
    }
    return start + 1;
  }

  private void unknownEscape(Token token, int start, String raw) {
    int from = token.getStartIndex() + start;
    var symbol = raw.substring(start, raw.offsetByCodePoints(start, 2));
    findings.add(
        Diagnostic.of(
                DiagnosticId.UNKNOWN_ESCAPE,
                "`" + symbol + "` means nothing in a text",
                findings.source().span(from, from + symbol.length()))
            .help("write `\\\\` for a backslash; the others are `\\n`, `\\t`, `\\r`, `\\\"` and `\\u00e9`"));
  }
}
