package org.graphline.cli.report;

/// One row of a sequence chart. Columns are counted from 0.
///
sealed interface ChartRow {
  /// Returns the place in the source, shown at the right.
  String place();

  /// Something passes from one column to another.
  record Arrow(int from, int to, String label, String place) implements ChartRow {}

  /// Something happens at one column.
  record Note(int column, String text, String place) implements ChartRow {}

  /// Somebody can go no further.
  record Stuck(int column, String text, String place) implements ChartRow {}

  /// Something about the whole story.
  record Divider(String text) implements ChartRow {
    @Override
    public String place() {
      return "";
    }
  }
}
