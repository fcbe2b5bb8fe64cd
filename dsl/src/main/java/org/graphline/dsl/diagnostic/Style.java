package org.graphline.dsl.diagnostic;

/// How diagnostics are drawn.
public record Style(Characters characters, Colors colors) {

  /// All characters, no color.
  public static final Style PLAIN = new Style(Characters.ALL, Colors.OFF);

  /// ASCII characters only, no color.
  public static final Style ASCII = new Style(Characters.ASCII, Colors.OFF);

  /// All characters, with color.
  public static final Style COLORED = new Style(Characters.ALL, Colors.ON);

  /// Which characters may appear.
  public enum Characters {
    ALL,
    ASCII
  }

  /// Whether there is color.
  public enum Colors {
    ON,
    OFF
  }
}
