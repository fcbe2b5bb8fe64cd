package org.graphline.lsp.feature;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.graphline.dsl.ast.Declaration;
import org.graphline.lsp.project.Snapshot.Located;
import org.graphline.model.source.Span;

/// What can be done at a place: `check` at each check and scenario, `draw` at each graph.
public final class Lenses {

  /// Runs the check that starts in a line: arguments are the document and the line, from 0.
  public static final String CHECK = "graphline.check";
  /// Returns a graph as SVG: arguments are the document and, if it has several graphs, the name of one.
  public static final String DRAW = "graphline.draw";

  private Lenses() {}

  /// Returns the lenses of a document.
  public static List<CodeLens> of(Located located, String uri) {
    var lenses = new ArrayList<CodeLens>();
    for (var declaration : located.analyzed().tree(located.name()).declarations()) {
      switch (declaration) {
        case Declaration.Check check -> lenses.add(check(located, uri, check.span()));
        case Declaration.Scenario scenario -> lenses.add(check(located, uri, scenario.span()));
        case Declaration.Graph graph -> lenses.add(new CodeLens(located.positions().range(graph.name().span()),
            new Command("draw", DRAW, List.of(uri, graph.name().text())), null));
        case Declaration.Constant _, Declaration.JavaType _, Declaration.Alias _, Declaration.Enumeration _,
            Declaration.RecordType _, Declaration.Extern _, Declaration.Component _ -> { }
      }
    }
    return lenses;
  }

  private static CodeLens check(Located located, String uri, Span span) {
    return new CodeLens(located.positions().range(span.start(), span.start() + 1),
        new Command("check", CHECK, List.of(uri, span.line() - 1)), null);
  }
}
