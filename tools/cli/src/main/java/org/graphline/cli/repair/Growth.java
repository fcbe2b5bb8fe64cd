package org.graphline.cli.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Expression;
import org.graphline.dsl.ast.Range;
import org.graphline.dsl.ast.Statement;
import org.graphline.dsl.ast.SyntaxTree;

/// The same specification with its numbers raised by half: its constants, or else the numbers its components count to. A
/// repair that only makes more room often does not survive that.
///
/// @param words what was raised, `PARTS = 6`
record Growth(String words, List<Edit> edits) {
  Growth {
    edits = List.copyOf(edits);
  }

  /// Returns the growth of the files; empty if there is no number to raise.
  static Optional<Growth> of(List<SyntaxTree> trees) {
    var words = new ArrayList<String>();
    var edits = new ArrayList<Edit>();
    for (SyntaxTree tree : trees) {
      for (Declaration declaration : tree.declarations()) {
        if (declaration instanceof Declaration.Constant constant
            && constant.value() instanceof Expression.IntegerLiteral(int value, var span)
            && value > 1 && raised(value, value) > value) {
          int raised = raised(value, value);
          words.add(constant.name() + " = " + raised);
          edits.add(new Edit(span.file(), span.start(), span.end(), Integer.toString(raised)));
        }
      }
    }
    return edits.isEmpty() ? counted(trees) : Optional.of(new Growth(String.join(", ", words), edits));
  }

  /// Returns a number raised by half of `count`, by two at least; with as many digits as before, so that everything stays
  /// where it is in the text.
  private static int raised(int value, int count) {
    int largest = 9;
    while (largest < value) {
      largest = 10 * largest + 9;
    }
    return Math.min(value + Math.max(2, (count + 1) / 2), largest);
  }

  private static Optional<Growth> counted(List<SyntaxTree> trees) {
    List<Range> ranges = trees.stream().flatMap(t -> t.declarations().stream())
        .flatMap(d -> d instanceof Declaration.Component c ? c.body().stream() : Stream.empty())
        .flatMap(b -> Nesting.all(b.block())).flatMap(Growth::range).toList();
    var words = new ArrayList<String>();
    var edits = new ArrayList<Edit>();
    for (Range range : ranges) {
      if (range.low() instanceof Expression.IntegerLiteral(int low, _)
          && range.high() instanceof Expression.IntegerLiteral(int high, var span) && high > low
          && raised(high, high - low + 1) > high) {
        int raised = raised(high, high - low + 1);
        String what = "for " + low + ".." + raised;
        if (!words.contains(what)) {
          words.add(what);
        }
        edits.add(new Edit(span.file(), span.start(), span.end(), Integer.toString(raised)));
      }
    }
    return edits.isEmpty() ? Optional.empty() : Optional.of(new Growth(String.join(", ", words), edits));
  }

  private static Stream<Range> range(Statement statement) {
    if (statement instanceof Statement.For(_, Range range, _, _)) {
      return Stream.of(range);
    }
    return statement instanceof Statement.ParFor(_, Range range, _, _) ? Stream.of(range) : Stream.empty();
  }
}
