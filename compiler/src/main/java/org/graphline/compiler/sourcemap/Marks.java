package org.graphline.compiler.sourcemap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphline.model.source.Span;

/// Marks that travel inside generated text until its lines are final. A mark stands at the end of a line;
/// resolving turns it into a comment, `// board.graphline:31`, in a column of its own.
public final class Marks {
  /// The first character of a mark. A private-use character, which generated text never holds otherwise.
  public static final char OPEN = '\uE000';

  private static final int COLUMN = 76;

  private final List<Span> spans = new ArrayList<>();

  /// A text whose marks have become comments, and where its lines come from.
  public record Resolved(String text, SourceMap map) {}

  /// Returns a new mark for `span`.
  public String mark(Span span) {
    spans.add(span);
    return OPEN + Integer.toString(spans.size() - 1);
  }

  /// Returns `text` with each mark turned into a comment.
  public Resolved resolve(String text) {
    Map<Integer, Span> found = new HashMap<>();
    var result = new StringBuilder();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      int mark = lines[i].indexOf(OPEN);
      if (mark < 0) {
        result.append(lines[i]);
      } else {
        Span span = spans.get(Integer.parseInt(lines[i].substring(mark + 1)));
        found.put(i + 1, span);
        result.append(commented(lines[i].substring(0, mark).stripTrailing(), span));
      }
      result.append(i < lines.length - 1 ? "\n" : "");
    }
    return new Resolved(result.toString(), new SourceMap(found));
  }

  private static String commented(String code, Span span) {
    String comment = "// " + shortPlace(span);
    return code.isBlank() ? code + comment : code + " ".repeat(Math.max(2, COLUMN - code.length())) + comment;
  }

  /// Returns the place as `file:line` without the file's folders.
  public static String shortPlace(Span span) {
    return shortFile(span) + ":" + span.line();
  }

  /// Returns the file's name without its folders.
  public static String shortFile(Span span) {
    return span.file().substring(span.file().lastIndexOf('/') + 1);
  }
}
