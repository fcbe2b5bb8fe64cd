package org.graphline.cli.console;

import java.util.ArrayList;
import java.util.List;

/// Text for people: numbers with their nouns, wrapped lines.
public final class Words {
  /// The widest line that is printed on purpose.
  public static final int WIDTH = 110;

  private Words() {}

  /// Returns `1 state`, `2 states`, `1,022 states`.
  public static String count(long number, String noun) {
    return number(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /// Returns the number with a comma between each three digits.
  public static String number(long number) {
    return String.format(java.util.Locale.ROOT, "%,d", number);
  }

  /// Returns `0.1 s`.
  public static String seconds(double seconds) {
    return String.format(java.util.Locale.ROOT, "%.1f s", seconds);
  }

  /// Returns the words of `text` in lines of at most `width` characters; a longer word has a line of its own.
  public static List<String> wrap(String text, int width) {
    var lines = new ArrayList<String>();
    for (String paragraph : text.split("\n", -1)) {
      var line = new StringBuilder();
      for (String word : paragraph.split(" ")) {
        if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /// Returns `text` filled up with blanks to `width`.
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /// Returns the part of a file name after its last `/`.
  public static String baseName(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
