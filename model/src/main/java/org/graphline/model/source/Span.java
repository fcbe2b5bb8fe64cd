package org.graphline.model.source;

/// A stretch of one source file: where it starts and how far it reaches.
///
/// @param file   the file's name as the user gave it, `/` between its parts
/// @param line   line of the first character, from 1
/// @param column column of the first character in code points, from 1
/// @param start  offset of the first character in UTF-16 units, from 0
/// @param end    offset one past the last character, at least `start`
public record Span(String file, int line, int column, int start, int end) implements Comparable<Span> {

  /// The place of things the language itself provides, such as the prelude's components.
  public static final Span BUILT_IN = new Span("<built-in>", 1, 1, 0, 0);

  /// Returns the stretch from the start of this span to the end of `last`, which lies in the same file.
  public Span to(Span last) {
    return new Span(file, line, column, start, Math.max(end, last.end));
  }

  /// Returns `file:line`, the form used in stories and in generated comments.
  public String place() {
    return file + ":" + line;
  }

  @Override
  public int compareTo(Span other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Integer.compare(start, other.start);
  }
}
