package org.graphline.cli.repair;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Statement;
import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.model.source.SourceFile;
import org.graphline.model.source.Span;

/// Another order of what a component does: neighboring statements side by side in a `par` where one only sends
/// and the other only receives, or the other way round.
final class Orders {
  private final SourceFile source;
  private final List<Candidate> found = new ArrayList<>();

  private Orders(SourceFile source) {
    this.source = source;
  }

  /// Returns the changes within the component called `name` in one of the files.
  static List<Candidate> of(List<SyntaxTree> trees, String name) {
    var all = new ArrayList<Candidate>();
    for (SyntaxTree tree : trees) {
      for (Declaration declaration : tree.declarations()) {
        if (declaration instanceof Declaration.Component component && component.name().text().equals(name)
            && component.body().isPresent() && !component.inJava()) {
          var orders = new Orders(tree.source());
          orders.look(component.body().get().block());
          all.addAll(orders.found);
        }
      }
    }
    return all;
  }

  private void look(Statement statement) {
    if (statement instanceof Statement.Block block) {
      for (int i = 0; i + 1 < block.statements().size(); i++) {
        pair(block.statements().get(i), block.statements().get(i + 1));
      }
    }
    if (!(statement instanceof Statement.Par)) {
      Nesting.children(statement).forEach(this::look);
    }
  }

  private void pair(Statement first, Statement second) {
    Use one = Use.of(first);
    Use other = Use.of(second);
    if (one.isMixed() || other.isMixed() || one.isEmpty() || other.isEmpty()) {
      return;
    }
    Span place = first.span().to(second.span());
    if (one.sends() != other.sends()) {
      found.add(new Candidate("par { " + one.words() + "  " + other.words() + " }", place, List.of(
          insert(first.span().start(), "par { "), insert(endOf(second), " }"))));
    }
    found.add(new Candidate(other.words() + " before " + one.words(), place, List.of(
        new Edit(source.name(), first.span().start(), endOf(first), text(second)),
        new Edit(source.name(), second.span().start(), endOf(second), text(first)))));
  }

  private Edit insert(int at, String text) {
    return new Edit(source.name(), at, at, text);
  }

  private int endOf(Statement statement) {
    return Nesting.endOf(source, statement);
  }

  private String text(Statement statement) {
    return source.text().substring(statement.span().start(), endOf(statement));
  }

  /// What a statement does with ports.
  private record Use(Set<String> sent, Set<String> received, boolean others) {

    static Use of(Statement statement) {
      var use = new Use(new LinkedHashSet<>(), new LinkedHashSet<>(), hasOthers(statement));
      use.collect(statement);
      return use;
    }

    private void collect(Statement statement) {
      if (statement instanceof Statement.Send(_, var port, _, _)) {
        sent.add(port.name().text());
      } else if (statement instanceof Statement.Receive(_, var port, _, _)) {
        received.add(port.name().text());
      }
      Nesting.children(statement).forEach(this::collect);
    }

    /// Whatever else may wait, or ends the component, is left where it is.
    private static boolean hasOthers(Statement statement) {
      return switch (statement) {
        case Statement.Select _, Statement.Call _, Statement.Accept _, Statement.Reply _, Statement.Sync _,
            Statement.Wait _, Statement.Stop _, Statement.Close _, Statement.Repeat _, Statement.Choose _ -> true;
        case Statement.Block _, Statement.Receive _, Statement.Send _, Statement.Par _, Statement.ParFor _, Statement.If _,
            Statement.Match _, Statement.While _, Statement.For _, Statement.Local _, Statement.Let _, Statement.Assign _,
            Statement.Evaluate _, Statement.Mark _, Statement.Assert _ -> Nesting.children(statement).anyMatch(Use::hasOthers);
      };
    }

    boolean isMixed() {
      return others || !sent.isEmpty() && !received.isEmpty();
    }

    boolean isEmpty() {
      return sent.isEmpty() && received.isEmpty();
    }

    boolean sends() {
      return !sent.isEmpty();
    }

    String words() {
      return sends() ? "send " + String.join(", ", sent) : "receive " + String.join(", ", received);
    }
  }
}
