package org.graphline.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.graphline.cli.console.Ink;
import org.graphline.cli.console.Words;

/// The repairs that were tried, as a table: those that hold, and how many do not help.
final class TriedText {
  private static final String INDENT = "        ";
  private static final int MOST_ROWS = 6;
  private static final int WIDEST = 46;

  private TriedText() {}

  /// Returns the table with an empty line before it; empty if nothing was tried.
  static String tell(Tried tried, Ink ink) {
    if (tried.rows().isEmpty()) {
      return "";
    }
    List<Tried.Row> rows = tried.holding().stream().limit(MOST_ROWS).toList();
    int words = Math.min(WIDEST, rows.stream().mapToInt(r -> r.words().length()).max().orElse(0));
    int places = rows.stream().mapToInt(r -> r.place().length()).max().orElse(0);
    var lines = new ArrayList<String>();
    String title = "   " + ink.bold("tried for you, each checked again");
    if (!rows.isEmpty() && tried.larger().isPresent()) {
      int column = INDENT.length() + words + 2 + places + 2 + 9;
      title += " ".repeat(Math.max(2, column - 36)) + ink.dim(tried.larger().get());
    }
    lines.add(title);
    for (Tried.Row row : rows) {
      String larger = row.larger().map(TriedText::word).orElse("");
      String line = INDENT + Words.pad(row.words(), words) + "  " + Words.pad(row.place(), places) + "  "
          + Words.pad(word(row.asked()), 9) + larger + (row.onlyMoves() ? "   only moves it" : "");
      lines.add(line.stripTrailing());
    }
    long others = tried.rows().stream().filter(r -> r.asked() != Tried.Result.HOLDS).count();
    if (rows.isEmpty()) {
      lines.add(INDENT + "none of " + Words.count(others, "change") + " helps");
    } else if (others > 0) {
      lines.add(INDENT + Words.count(others, "other change") + (others == 1 ? " does" : " do") + " not help");
    }
    var text = new StringBuilder("\n");
    lines.forEach(l -> text.append(ink.plain(l)).append('\n'));
    return text.toString();
  }

  private static String word(Tried.Result result) {
    return result == Tried.Result.FAILS ? "FAILS" : result.name().toLowerCase(Locale.ROOT);
  }
}
