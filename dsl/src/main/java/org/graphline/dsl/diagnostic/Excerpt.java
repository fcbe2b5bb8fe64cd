package org.graphline.dsl.diagnostic;

import org.graphline.model.source.SourceFile;
import org.graphline.model.source.Span;

/// One line of source and the columns of it that a span covers. A long line is cut to a window around the
/// span.
///
/// @param text  the line as shown
/// @param from  the first column covered, from 0
/// @param width the number of columns covered, at least 1
record Excerpt(String text, int from, int width) {

  static final int WIDEST = 160;
  private static final int BEFORE = 60;
  private static final String CUT = "...";

  /// Returns the first line of `span`.
  static Excerpt of(SourceFile source, Span span) {
    int lineStart = source.lines().startOf(span.line());
    int lineEnd = source.lines().endOf(span.line());
    int start = Math.clamp(span.start(), lineStart, lineEnd);
    int end = Math.clamp(span.end(), start, lineEnd);
    int cutStart = lineEnd - lineStart > WIDEST ? Math.max(lineStart, start - BEFORE) : lineStart;
    int cutEnd = Math.min(lineEnd, cutStart + WIDEST);
    if (cutStart > lineStart && Character.isLowSurrogate(source.text().charAt(cutStart))) {
      cutStart--;
    }
    var columns = Columns.of(source.text().substring(cutStart, cutEnd));
    var before = cutStart > lineStart ? CUT : "";
    var after = cutEnd < lineEnd ? CUT : "";
    int from = columns.at(start - cutStart);
    int width = Math.max(1, columns.at(end - cutStart) - from);
    return new Excerpt(before + columns.text() + after, from + before.length(), width);
  }
}
