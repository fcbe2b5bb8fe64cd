package org.graphline.model.source;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Where the lines of a text start. A line ends at `\n`, `\r` or `\r\n`.
public final class LineMap {

  private final String text;
  private final int[] starts;
  private final int[] pairs;

  private LineMap(String text, int[] starts, int[] pairs) {
    this.text = text;
    this.starts = starts;
    this.pairs = pairs;
  }

  /// Returns the map of `text`, which always has at least one line.
  public static LineMap of(String text) {
    var starts = IntStream.concat(
        IntStream.of(0), IntStream.rangeClosed(1, text.length()).filter(i -> startsLine(text, i)));
    var pairs =
        IntStream.range(1, text.length())
            .filter(i -> Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i)));
    return new LineMap(text, starts.toArray(), pairs.toArray());
  }

  private static boolean startsLine(String text, int offset) {
    char before = text.charAt(offset - 1);
    return before == '\n' || before == '\r' && !text.startsWith("\n", offset);
  }

  /// Returns the number of lines.
  public int count() {
    return starts.length;
  }

  /// Returns the number, from 1, of the line that holds `offset`.
  public int lineAt(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /// Returns the column of `offset` in code points, from 1.
  public int columnAt(int offset) {
    int start = starts[lineAt(offset) - 1];
    return offset - start - (pairsBefore(offset) - pairsBefore(start)) + 1;
  }

  private int pairsBefore(int offset) {
    int found = Arrays.binarySearch(pairs, offset);
    return found >= 0 ? found : -found - 1;
  }

  /// Returns the offset of the first character of `line`.
  public int startOf(int line) {
    return starts[line - 1];
  }

  /// Returns the offset one past the last character of `line`, its line break left out.
  public int endOf(int line) {
    int end = line < starts.length ? starts[line] : text.length();
    while (end > starts[line - 1] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return end;
  }
}
