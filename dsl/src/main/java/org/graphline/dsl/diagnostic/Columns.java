package org.graphline.dsl.diagnostic;

/// How a line of source looks on a terminal: tabs widened, unprintable characters made visible, and for each
/// character the column where it starts.
final class Columns {

  private static final int TAB = 4;

  private final String text;
  private final int[] starts;

  private Columns(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  /// Returns `line` laid out.
  static Columns of(String line) {
    var text = new StringBuilder();
    int[] starts = new int[line.length() + 1];
    int column = 0;
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      int width = c == '\t' ? TAB - column % TAB : width(c);
      for (int unit = 0; unit < Character.charCount(c); unit++) {
        starts[i + unit] = column;
      }
      if (c == '\t') {
        text.repeat(' ', width);
      } else {
        text.appendCodePoint(isUnprintable(c) ? '\uFFFD' : c);
      }
      column += width;
      i += Character.charCount(c);
    }
    starts[line.length()] = column;
    return new Columns(text.toString(), starts);
  }

  /// Returns the line as shown.
  String text() {
    return text;
  }

  /// Returns the column, from 0, at which the character with this offset in the line starts.
  int at(int offset) {
    return starts[Math.clamp(offset, 0, starts.length - 1)];
  }

  /// Returns the number of columns that `text` fills.
  static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  /// Returns the number of columns that one character fills: 0, 1 or 2.
  static int width(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  private static boolean isUnprintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
      default -> false;
    };
  }

  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115F
            || c >= 0x2E80 && c <= 0xA4CF && c != 0x303F
            || c >= 0xAC00 && c <= 0xD7A3
            || c >= 0xF900 && c <= 0xFAFF
            || c >= 0xFE30 && c <= 0xFE6F
            || c >= 0xFF00 && c <= 0xFF60
            || c >= 0xFFE0 && c <= 0xFFE6
            || c >= 0x1F300 && c <= 0x1F64F
            || c >= 0x1F680 && c <= 0x1F6FF
            || c >= 0x1F900 && c <= 0x1F9FF
            || c >= 0x20000 && c <= 0x3FFFD);
  }
}
