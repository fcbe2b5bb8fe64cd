package org.graphline.cli.report;

/// The characters that charts are made of.
record Glyphs(char life, char shaft, char right, char left, char stuck, char note, String to,
    String ellipsis) {
  static final Glyphs UNICODE = new Glyphs('│', '─', '▶', '◀', '╳', '├', " → ", "…");
  static final Glyphs ASCII = new Glyphs('|', '-', '>', '<', 'X', '+', " -> ", "...");

  static Glyphs of(boolean ascii) {
    return ascii ? ASCII : UNICODE;
  }
}
