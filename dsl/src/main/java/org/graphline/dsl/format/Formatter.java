package org.graphline.dsl.format;

import java.util.Optional;
import org.graphline.dsl.parse.Lexeme;
import org.graphline.dsl.parse.Parsed;
import org.graphline.dsl.parse.Parser;
import org.graphline.model.source.SourceFile;

/// The formatter. Formatting a formatted text changes nothing.
public final class Formatter {

  /// The most columns of a line, unless a single word or comment is longer.
  static final int WIDTH = 110;

  private Formatter() {}

  /// Returns `source` laid out anew.
  public static Formatted format(SourceFile source) {
    return format(Parser.parse(source));
  }

  /// Returns a file laid out anew that is parsed already.
  public static Formatted format(Parsed parsed) {
    if (parsed.hasErrors()) {
      return new Formatted(Optional.empty(), parsed.diagnostics());
    }
    var tree = parsed.tree();
    var words = Words.of(tree.source(), Lexeme.of(tree.source()), tree.comments());
    var cursor = new Cursor(words);
    var layout = new DeclarationLayout(cursor).file(tree);
    return new Formatted(Optional.of(new Printer(words).print(layout)), parsed.diagnostics());
  }
}
