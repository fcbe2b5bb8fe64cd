package org.graphline.dsl.parse;

import java.util.List;
import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.dsl.diagnostic.Diagnostic;

/// A tree, and what was wrong with the text, by position. The tree holds whatever could be understood.
public record Parsed(SyntaxTree tree, List<Diagnostic> diagnostics) {

  public Parsed {
    diagnostics = List.copyOf(diagnostics);
  }

  /// Reports whether the text breaks the rules of the grammar.
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
