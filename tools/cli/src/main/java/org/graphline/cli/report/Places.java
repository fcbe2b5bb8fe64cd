package org.graphline.cli.report;

import java.util.List;
import org.graphline.cli.console.Words;
import org.graphline.model.source.Span;

/// Places in the source, in few characters.
public final class Places {
  private Places() {}

  /// Returns `farm.graphline:26 → :12`: the file without its folders, and only once.
  public static String display(List<Span> spans, String arrow) {
    var text = new StringBuilder();
    String file = "";
    for (Span span : spans) {
      text.append(text.isEmpty() ? "" : arrow);
      text.append(span.file().equals(file) ? "" : Words.baseName(span.file())).append(':')
          .append(span.line());
      file = span.file();
    }
    return text.toString();
  }
}
