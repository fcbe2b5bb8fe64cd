package org.graphline.lsp.feature;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.dsl.parse.Lexeme;

/// What can be folded: everything between braces, and comments, if it reaches over lines.
public final class Folding {

  private Folding() {}

  /// Returns the ranges of a file. They come from the braces as they stand, so that an incomplete file has them too.
  public static List<FoldingRange> of(SyntaxTree tree) {
    var lines = tree.source().lines();
    var ranges = new ArrayList<FoldingRange>();
    var open = new ArrayDeque<Integer>();
    for (var lexeme : Lexeme.of(tree.source())) {
      int line = lines.lineAt(lexeme.span().start()) - 1;
      if (lexeme.text().equals("{")) {
        open.push(line);
      } else if (lexeme.text().equals("}") && !open.isEmpty()) {
        int first = open.pop();
        if (line - 1 > first) {
          ranges.add(new FoldingRange(first, line - 1));
        }
      }
    }
    for (var comment : tree.comments()) {
      int first = lines.lineAt(comment.span().start()) - 1;
      int last = lines.lineAt(Math.max(comment.span().start(), comment.span().end() - 1)) - 1;
      if (last > first) {
        var range = new FoldingRange(first, last);
        range.setKind(FoldingRangeKind.Comment);
        ranges.add(range);
      }
    }
    return ranges;
  }
}
