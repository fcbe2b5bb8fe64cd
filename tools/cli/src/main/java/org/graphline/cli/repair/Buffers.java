package org.graphline.cli.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Expression;
import org.graphline.dsl.ast.GraphItem;
import org.graphline.dsl.ast.GraphItem.LineOption;
import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.model.network.Line;
import org.graphline.model.source.SourceFile;
import org.graphline.model.source.Span;

/// More room on a line: one place, two places, or twice as many as it has.
final class Buffers {
  private static final int LARGEST = 64;

  private final List<SyntaxTree> trees;

  Buffers(List<SyntaxTree> trees) {
    this.trees = trees;
  }

  /// Returns the changes of the arrow that a line was written with.
  List<Candidate> of(Line line) {
    var all = new ArrayList<Candidate>();
    for (SyntaxTree tree : trees) {
      if (tree.source().name().equals(line.span().file())) {
        wires(tree).filter(w -> contains(w.span(), line.span())).forEach(w -> widen(tree.source(), w, line, all));
      }
    }
    return all;
  }

  /// Returns the wires of a file.
  static Stream<GraphItem.Wire> wires(SyntaxTree tree) {
    return tree.declarations().stream().flatMap(d -> d instanceof Declaration.Graph graph
        ? graph.items().stream().flatMap(Buffers::wires) : Stream.empty());
  }

  private static Stream<GraphItem.Wire> wires(GraphItem item) {
    return switch (item) {
      case GraphItem.Wire wire -> Stream.of(wire);
      case GraphItem.Replicated replicated -> replicated.items().stream().flatMap(Buffers::wires);
      case GraphItem.Exposed _, GraphItem.Desk _, GraphItem.Meeting _ -> Stream.empty();
    };
  }

  private static boolean contains(Span outer, Span inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }

  private static void widen(SourceFile source, GraphItem.Wire wire, Line line, List<Candidate> into) {
    for (int i = 0; i < wire.arrows().size(); i++) {
      GraphItem.Arrow arrow = wire.arrows().get(i);
      if (wire.arrows().size() > 1 && !contains(line.span(), arrow.span())) {
        continue;
      }
      for (String options : wider(arrow)) {
        String before = source.text(wire.stations().get(i).span());
        String after = source.text(wire.stations().get(i + 1).span());
        String written = "->[" + options + "]";
        into.add(new Candidate(before + " " + written + " " + after, arrow.span(),
            List.of(new Edit(source.name(), arrow.span().start(), arrow.span().end(), written))));
      }
    }
  }

  private static List<String> wider(GraphItem.Arrow arrow) {
    String before = "";
    for (LineOption option : arrow.options()) {
      switch (option) {
        case LineOption.Any _ -> before = "any, ";
        case LineOption.All _ -> before = "all, ";
        case LineOption.Capacity(Expression.IntegerLiteral(int size, _), _) when size > 0 && size <= LARGEST -> {
          return List.of(before + 2 * size);
        }
        case LineOption.Capacity _, LineOption.Overwriting _, LineOption.Dropping _ -> {
          return List.of();
        }
      }
    }
    return List.of(before + 1, before + 2);
  }
}
