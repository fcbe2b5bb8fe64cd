package org.graphline.dsl;

import java.util.List;
import java.util.Optional;

import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.resolve.Bindings;
import org.graphline.model.term.Program;

/// What a set of files says.
///
/// @param bindings    what the names in the trees mean, as far as could be found out
/// @param program     absent if there is an error
/// @param diagnostics what is wrong, by file and place. If something is, the wiring of the graphs has been
///   looked at as
///                    well; otherwise that is done by [Frontend#elaborate]
public record Analysis(List<SyntaxTree> trees, Bindings bindings, Optional<Program> program, List<Diagnostic> diagnostics) {
  public Analysis {
    trees = List.copyOf(trees);
    diagnostics = List.copyOf(diagnostics);
  }
}
