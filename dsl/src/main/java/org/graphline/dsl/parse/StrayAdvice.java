package org.graphline.dsl.parse;

import java.util.Optional;

/// What people usually mean by a character that Graphline does not use.
final class StrayAdvice {

  private StrayAdvice() {}

  /// Returns a proposal for `text`, a run of such characters.
  static Optional<String> on(String text) {
    return switch (text) {
      case "&" -> Optional.of("`and` is written `&&`");
      case "|" -> Optional.of("`or` is written `||`");
      case "'", "\u2018", "\u2019", "\u201c", "\u201d", "`" ->
          Optional.of("a text stands between `\"` and `\"`");
      case "#" -> Optional.of("a comment starts with `//`");
      case "\u2192" -> Optional.of("an arrow is written `->`");
      case "\u21d2" -> Optional.of("write `=>`");
      case "\u2026" -> Optional.of("a range is written with two dots, `0..7`");
      case "\u2013", "\u2014", "\u2212" -> Optional.of("minus is written `-`");
      default ->
          text.codePoints().allMatch(Character::isLetter)
              ? Optional.of("names are made of the letters A to Z, digits and `_`")
              : Optional.empty();
    };
  }
}
