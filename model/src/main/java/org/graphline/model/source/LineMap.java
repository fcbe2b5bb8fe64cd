package org.graphline.model.source;

import java.util.Arrays;

/// Where the lines of a text start. A line ends at `\n`, `\r` or `\r\n`.
public final class LineMap {

  private final String text;
  private final int[] starts;

  private LineMap(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  /// Returns the map of `text`, which always has at least one line.
  public static LineMap of(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == '\n' || c == '\r' && !text.startsWith("\n", i + 1);
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return new LineMap(text, Arrays.copyOf(starts, count));
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
    return text.codePointCount(start, Math.clamp(offset, start, text.length())) + 1;
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
