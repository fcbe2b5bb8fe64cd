package org.graphline.lsp.feature;

import java.util.List;
import org.eclipse.lsp4j.TextEdit;
import org.graphline.dsl.format.Formatter;
import org.graphline.lsp.project.Positions;
import org.graphline.model.source.SourceFile;

/// Lays a file out anew, as `graphline fmt` does, with the line ends that the file has.
public final class Formatting {

  private Formatting() {}

  /// Returns the edits that lay `source` out: none if it does not parse or is laid out already, else one of the stretch
  /// that changes.
  public static List<TextEdit> of(SourceFile source) {
    String before = source.text();
    var formatted = Formatter.format(source).text();
    if (formatted.isEmpty()) {
      return List.of();
    }
    String after = before.contains("\r\n") ? formatted.get().replace("\r\n", "\n").replace("\n", "\r\n")
        : formatted.get();
    if (after.equals(before)) {
      return List.of();
    }
    int start = 0;
    int shorter = Math.min(before.length(), after.length());
    while (start < shorter && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int same = 0;
    while (same < shorter - start
        && before.charAt(before.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
      same++;
    }
    start = wholeLine(before, start);
    int end = before.length() - same;
    end = end < before.length() && isInside(before, end) ? end + 1 : end;
    int endAfter = after.length() - (before.length() - end);
    return List.of(new TextEdit(new Positions(source).range(start, end), after.substring(start, endAfter)));
  }

  /// Returns the start of the line, so that neither pairs of surrogates nor of line ends are taken apart.
  private static int wholeLine(String text, int offset) {
    return text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  }

  private static boolean isInside(String text, int offset) {
    return text.charAt(offset) == '\n' && offset > 0 && text.charAt(offset - 1) == '\r'
        || offset > 0 && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
  }
}
