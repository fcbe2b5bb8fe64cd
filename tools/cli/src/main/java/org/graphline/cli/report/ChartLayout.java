package org.graphline.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Where the columns of a chart stand, and the rows drawn on them. Each column has a lifeline; its name
/// starts two characters left of it.
final class ChartLayout {
  private static final int ROOM_FOR_ARROW = 7;
  private static final int WIDEST_LABEL = 34;
  private final List<String> names;
  private final List<ChartRow> rows;
  private final Glyphs glyphs;
  private final int[] lifelines;

  ChartLayout(List<String> names, List<ChartRow> rows, Glyphs glyphs) {
    this.names = names;
    this.rows = rows;
    this.glyphs = glyphs;
    this.lifelines = place();
  }

  private int[] place() {
    int[] at = new int[names.size()];
    int left = 2;
    for (int i = 0; i < at.length; i++) {
      at[i] = left;
      left += Math.max(10, names.get(i).length() + 3);
    }
    var arrows = new ArrayList<ChartRow.Arrow>();
    for (ChartRow row : rows) {
      if (row instanceof ChartRow.Arrow arrow) {
        arrows.add(arrow);
      }
    }
    arrows.sort(Comparator.comparingInt(a -> Math.abs(a.from() - a.to())));
    for (ChartRow.Arrow arrow : arrows) {
      int first = Math.min(arrow.from(), arrow.to());
      int last = Math.max(arrow.from(), arrow.to());
      int missing = label(arrow).length() + ROOM_FOR_ARROW - (at[last] - at[first]);
      widen(at, last, missing);
    }
    for (ChartRow row : rows) {
      if (row instanceof ChartRow.Stuck(int column, String text, _) && column + 1 < at.length) {
        widen(at, column + 1, text.length() + 4 - (at[column + 1] - at[column]));
      }
    }
    return at;
  }

  private static void widen(int[] at, int from, int missing) {
    for (int i = from; i < at.length && missing > 0; i++) {
      at[i] += missing;
    }
  }

  private String label(ChartRow.Arrow arrow) {
    return shortened(arrow.label());
  }

  private String shortened(String label) {
    return label.length() <= WIDEST_LABEL ? label
        : label.substring(0, WIDEST_LABEL - glyphs.ellipsis().length()) + glyphs.ellipsis();
  }

  /// Returns the chart's lines, the names first.
  List<String> draw() {
    var drawn = new ArrayList<String>();
    drawn.add(header());
    for (ChartRow row : rows) {
      drawn.add(draw(row));
    }
    int right = 3 + rows.stream().filter(row -> !row.place().isEmpty())
        .mapToInt(row -> drawn.get(1 + rows.indexOf(row)).length()).max().orElse(0);
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).place().isEmpty()) {
        String line = drawn.get(i + 1);
        drawn.set(i + 1, line + " ".repeat(right - line.length()) + rows.get(i).place());
      }
    }
    return drawn;
  }

  private String header() {
    var line = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      line.append(" ".repeat(Math.max(0, lifelines[i] - 2 - line.length()))).append(names.get(i));
    }
    return line.toString();
  }

  private String draw(ChartRow row) {
    var line = new StringBuilder();
    for (int at : lifelines) {
      line.append(" ".repeat(at - line.length())).append(glyphs.life());
    }
    switch (row) {
      case ChartRow.Arrow arrow -> drawArrow(line, arrow);
      case ChartRow.Note(int column, String text, _) ->
          overlay(line, lifelines[column], glyphs.note() + " " + text);
      case ChartRow.Stuck(int column, String text, _) ->
          overlay(line, lifelines[column], glyphs.stuck() + " " + text);
      case ChartRow.Divider(String text) -> {
        return text;
      }
    }
    return line.toString();
  }

  private void drawArrow(StringBuilder line, ChartRow.Arrow arrow) {
    int from = lifelines[arrow.from()];
    int to = lifelines[arrow.to()];
    int left = Math.min(from, to);
    int right = Math.max(from, to);
    for (int i = left + 1; i < right; i++) {
      line.setCharAt(i, glyphs.shaft());
    }
    String label = label(arrow).isEmpty() ? "" : " " + label(arrow) + " ";
    overlay(line, from < to ? left + 3 : left + 4, label);
    if (from < to) {
      line.setCharAt(right - 1, glyphs.right());
    } else {
      line.setCharAt(left + 1, glyphs.left());
    }
  }

  private static void overlay(StringBuilder line, int at, String text) {
    int end = Math.min(line.length(), at + text.length());
    line.replace(at, end, text);
  }
}
