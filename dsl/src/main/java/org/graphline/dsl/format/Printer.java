package org.graphline.dsl.format;

import java.util.ArrayList;
import java.util.List;
import org.graphline.dsl.format.Words.Remark;

/// Prints a layout. Comments are put in here, at the gaps between words, so the layout need not know about
/// them.
final class Printer {

  private static final int STEP = 4;
  private static final int BEFORE_LINE_COMMENT = 2;

  private final Words words;
  private final StringBuilder out = new StringBuilder();
  private int lineStart;
  private int indent;
  private int nextIndent;
  private boolean lineIsOver;
  private boolean spaceIsDue;

  Printer(Words words) {
    this.words = words;
  }

  /// Returns the text of a whole file.
  String print(Doc file) {
    print(file, 0, false);
    trim();
    return out.isEmpty() ? "" : out.append('\n').toString();
  }

  /// Prints `doc`, which is followed by `tail` columns that cannot go to another line.
  private void print(Doc doc, int tail, boolean flat) {
    switch (doc) {
      case Doc.Word(int index, _, List<Remark> above) -> word(index, above);
      case Doc.Space(int width) -> space(width);
      case Doc.Line(int width) -> {
        if (flat) {
          space(width);
        } else {
          newLine(indent);
        }
      }
      case Doc.Indented(Doc content) -> {
        indent += STEP;
        print(content, tail, flat);
        indent -= STEP;
      }
      case Doc.Group(Doc content, int width) -> print(content, tail, flat || fits(width + tail));
      case Doc.Sequence sequence -> sequence(sequence, tail, flat);
      case Doc.Items(List<Doc.Item> items, _) -> items(items, tail, flat);
      case Doc.Aside(Remark remark) -> {
        remark(remark);
        lineIsOver = true;
      }
    }
  }

  private void sequence(Doc.Sequence sequence, int tail, boolean flat) {
    var parts = sequence.parts();
    int[] tails = new int[parts.size()];
    int after = tail;
    for (int i = parts.size() - 1; i >= 0; i--) {
      tails[i] = after;
      var part = parts.get(i);
      after = part.lead() + (part.canBreak() ? 0 : after);
    }
    for (int i = 0; i < parts.size(); i++) {
      print(parts.get(i), tails[i], flat);
    }
  }

  private void items(List<Doc.Item> items, int tail, boolean flat) {
    int line = lineStart;
    for (int i = 0; i < items.size(); i++) {
      var item = items.get(i);
      int after = i == items.size() - 1 ? tail : 0;
      if (i > 0) {
        int width = Doc.BETWEEN_ITEMS + item.content().width() + after;
        boolean isOpen = line == lineStart && !lineIsOver;
        boolean joins = item.start() == Doc.Start.SAME_LINE && isOpen && fits(width);
        separate(item.start(), flat || joins);
      }
      line = lineStart;
      print(item.content(), after, flat);
    }
  }

  private void separate(Doc.Start start, boolean joins) {
    if (joins) {
      space(Doc.BETWEEN_ITEMS);
      return;
    }
    newLine(indent);
    if (start == Doc.Start.AFTER_EMPTY_LINE) {
      out.append('\n');
      lineStart = out.length();
    }
  }

  private void word(int index, List<Remark> above) {
    for (var remark : above) {
      if (!isAtLineStart()) {
        newLine(indent + STEP);
      }
      remark(remark);
      newLine(indent + STEP);
    }
    for (var remark : words.before(index).leading()) {
      remark(remark);
      spaceIsDue = true;
    }
    text(words.text(index));
    for (var remark : words.before(index + 1).trailing()) {
      space(remark.endsLine() ? BEFORE_LINE_COMMENT : 1);
      remark(remark);
      lineIsOver = remark.endsLine();
      spaceIsDue = true;
    }
  }

  /// Prints comments as they are, except that in a starred one that starts a line the stars are lined up.
  private void remark(Remark remark) {
    boolean startsLine = begin();
    var margin = " ".repeat(nextIndent + 1);
    for (int i = 0; i < remark.comments().size(); i++) {
      out.append(i == 0 ? "" : " ");
      var lines = remark.comments().get(i).text().lines().map(String::stripTrailing).toList();
      boolean starred = lines.stream().skip(1).allMatch(line -> line.stripLeading().startsWith("*"));
      boolean lineUp = startsLine && i == 0 && starred;
      out.append(String.join("\n", lineUp ? linedUp(lines, margin) : lines));
    }
    lineStart = out.lastIndexOf("\n") + 1;
  }

  private static List<String> linedUp(List<String> lines, String margin) {
    var result = new ArrayList<String>();
    lines.forEach(line -> result.add(result.isEmpty() ? line : margin + line.strip()));
    return result;
  }

  private void text(String text) {
    begin();
    out.append(text);
  }

  /// Prints what has to come before the next word or comment and reports whether that starts a line.
  private boolean begin() {
    if (lineIsOver && !isAtLineStart()) {
      newLine(indent + STEP);
    }
    boolean startsLine = isAtLineStart();
    if (startsLine) {
      out.append(" ".repeat(nextIndent));
    } else if (spaceIsDue && out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
    spaceIsDue = false;
    return startsLine;
  }

  private void space(int width) {
    if (!isAtLineStart() && !lineIsOver && !spaceIsDue) {
      out.append(" ".repeat(width));
    }
  }

  private void newLine(int indent) {
    nextIndent = indent;
    lineIsOver = false;
    spaceIsDue = false;
    if (!isAtLineStart()) {
      trim();
      out.append('\n');
      lineStart = out.length();
    }
  }

  private void trim() {
    while (!out.isEmpty() && Character.isWhitespace(out.charAt(out.length() - 1))) {
      out.setLength(out.length() - 1);
    }
  }

  private boolean isAtLineStart() {
    return out.length() == lineStart;
  }

  private boolean fits(int width) {
    int column = isAtLineStart() ? nextIndent : out.length() - lineStart;
    return !lineIsOver && column + width <= Formatter.WIDTH;
  }
}
