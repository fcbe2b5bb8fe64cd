package org.graphline.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Words put together to a text, with white space and comments between them, and texts spoiled at random.
public final class RandomText {

  private static final List<String> GAPS =
      List.of(" ", " ", " ", " ", "\n", "\n", "\n\n", "\n\n\n\n", "\t", "  \r\n  ", " \n    ");
  private static final List<String> COMMENTS =
      List.of(
          "// a remark\n", "//\n", "// trailing spaces   \n", "/* block */", "/**/", "/* two\n   lines */",
          "/** A doc comment. */", "/**\n * A doc comment\n *   with lines.\n */", "/***/", "/* // */", "// /* */\n",
          "/* é 漢字 */", "/*\n\n*/");
  private static final List<String> PIECES =
      List.of(
          "{", "}", "(", ")", "[", "]", ";", ",", ":", "=", "->", "=>", "..", "\"", "/*", "*/", "//", "\n", "in", "out",
          "component", "graph", "check", "run", "send", "receive", "select", "else", "when", "0", "5s", "99999999999",
          "@", "\\", "é", "\uD83C\uDF89", "\uD83C", "\0", "\uFFFD", "list<", ".", "-", "a", "true", "type", "late");

  private RandomText() {}

  /// Returns `words` with only single spaces between them.
  public static String plain(List<String> words) {
    return String.join(" ", words);
  }

  /// Returns `words` on lines broken at random.
  public static String spread(List<String> words, long seed) {
    return join(words, new Random(seed), 0);
  }

  /// Returns `words` with many comments between them.
  public static String commented(List<String> words, long seed) {
    return join(words, new Random(seed), 4);
  }

  private static String join(List<String> words, Random random, int commentsInTen) {
    var text = new StringBuilder();
    for (var word : words) {
      gap(text, random, commentsInTen);
      text.append(word);
    }
    gap(text, random, commentsInTen);
    return text.toString();
  }

  private static void gap(StringBuilder text, Random random, int commentsInTen) {
    text.append(pick(GAPS, random));
    while (random.nextInt(10) < commentsInTen) {
      text.append(pick(COMMENTS, random));
      text.append(pick(GAPS, random));
    }
  }

  /// Returns `words` with a few of them dropped, doubled, swapped or replaced.
  public static String spoiled(List<String> words, long seed) {
    var random = new Random(seed);
    var spoiled = new ArrayList<>(words);
    for (int i = random.nextInt(1, 5); i > 0 && !spoiled.isEmpty(); i--) {
      int at = random.nextInt(spoiled.size());
      switch (random.nextInt(5)) {
        case 0 -> spoiled.remove(at);
        case 1 -> spoiled.add(at, spoiled.get(at));
        case 2 -> spoiled.add(at, spoiled.get(random.nextInt(spoiled.size())));
        case 3 -> spoiled.set(at, pick(PIECES, random));
        default -> spoiled.subList(at, spoiled.size()).clear();
      }
    }
    return commented(spoiled, seed + 1);
  }

  /// Returns a text of the pieces that texts of ours are made of, in no order at all.
  public static String garbage(long seed) {
    var random = new Random(seed);
    var text = new StringBuilder();
    for (int i = random.nextInt(200); i > 0; i--) {
      text.append(pick(PIECES.subList(0, PIECES.size()), random));
      text.append(random.nextBoolean() ? " " : "");
    }
    return text.toString().replace("\0", "").replace("\uFFFD", "");
  }

  private static String pick(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
