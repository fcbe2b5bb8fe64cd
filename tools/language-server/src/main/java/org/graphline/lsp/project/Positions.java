package org.graphline.lsp.project;

import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.graphline.model.source.SourceFile;
import org.graphline.model.source.Span;

/// Positions of the protocol, lines from 0 and UTF-16 units from 0, in one file, and offsets in its text. Lines end at
/// `\n`, `\r\n` and `\r` in both worlds.
///
/// No position lies between `\r` and `\n`, nor inside a surrogate pair. One that claims to is the place before, so
/// that the server and an editor that rounds the same way keep one text.
public record Positions(SourceFile source) {

  /// Returns the position of `offset`; of one outside the text that of its start or end.
  public Position position(int offset) {
    int inside = Math.clamp(offset, 0, source.text().length());
    int line = source.lines().lineAt(inside);
    int whole = whole(Math.min(inside, source.lines().endOf(line)));
    return new Position(line - 1, whole - source.lines().startOf(line));
  }

  /// Returns the offset of `position`. What lies beyond the end of a line is its end, and beyond the last line the end
  /// of the text.
  public int offset(Position position) {
    if (position.getLine() >= source.lines().count()) {
      return source.text().length();
    }
    int line = Math.max(0, position.getLine()) + 1;
    int start = source.lines().startOf(line);
    long there = (long) start + Math.max(0, position.getCharacter());
    return whole(Math.clamp(there, start, source.lines().endOf(line)));
  }

  private int whole(int offset) {
    String text = source.text();
    boolean inPair = offset > 0 && offset < text.length()
        && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    return inPair ? offset - 1 : offset;
  }

  /// Returns the range of `span`, which lies in this file.
  public Range range(Span span) {
    return range(span.start(), span.end());
  }

  /// Returns the range from one offset to another.
  public Range range(int start, int end) {
    return new Range(position(start), position(end));
  }
}
