package org.graphline.cli.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Guard;
import org.graphline.dsl.ast.SelectCase;
import org.graphline.dsl.ast.Statement;
import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.model.source.SourceFile;
import org.graphline.model.source.Span;

/// A way on for somebody who waits: no longer than a second for a letter, or `else {}` where nobody took what was
/// sent.
final class WaysOut {
  private final List<SyntaxTree> trees;

  WaysOut(List<SyntaxTree> trees) {
    this.trees = trees;
  }

  /// Returns the changes by which whoever waits at `place` goes on after a second.
  List<Candidate> after(Span place) {
    var all = new ArrayList<Candidate>();
    for (SyntaxTree tree : in(place)) {
      statements(tree).filter(s -> contains(s, place)).forEach(s -> {
        switch (s) {
          case Statement.Receive(_, var port, var otherwise, _) when otherwise.isEmpty() ->
              all.add(around(tree.source(), s, port.name().text()));
          case Statement.Select(_, var cases, var span) when cases.stream().noneMatch(WaysOut::goesOn) -> all.add(
              new Candidate("select { …  after 1s }", span, List.of(new Edit(tree.source().name(), span.end() - 1,
                  span.end() - 1, " after 1s => {} "))));
          default -> { }
        }
      });
    }
    return all;
  }

  private static Candidate around(SourceFile source, Statement receive, String port) {
    int end = Nesting.endOf(source, receive);
    int written = receive.span().end();
    String text = source.text().substring(receive.span().start(), written).replaceFirst(";$", "");
    return new Candidate("select { receive " + port + "  after 1s }", receive.span(), List.of(
        new Edit(source.name(), receive.span().start(), end, "select { " + text + " => {}  after 1s => {} }")));
  }

  private static boolean goesOn(SelectCase one) {
    return switch (one) {
      case SelectCase.Guarded(_, var guard, _, _) -> switch (guard) {
        case Guard.After _, Guard.Otherwise _, Guard.End _ -> true;
        case Guard.Receive _, Guard.Accept _, Guard.Sync _ -> false;
      };
      case SelectCase.Replicated(_, _, var cases, _) -> cases.stream().anyMatch(WaysOut::goesOn);
    };
  }

  /// Returns the changes by which whoever found nobody at `place` goes on instead of going home.
  List<Candidate> otherwise(Span place) {
    var all = new ArrayList<Candidate>();
    for (SyntaxTree tree : in(place)) {
      statements(tree).filter(s -> contains(s, place)).forEach(s -> {
        switch (s) {
          case Statement.Send(_, var port, var otherwise, _) when otherwise.isEmpty() ->
              all.add(orElse(tree.source(), s, "send " + port.name().text()));
          case Statement.Call(_, var port, _, var otherwise, _) when otherwise.isEmpty() ->
              all.add(orElse(tree.source(), s, "call " + port.name().text()));
          default -> { }
        }
      });
    }
    return all;
  }

  private static Candidate orElse(SourceFile source, Statement statement, String words) {
    int end = Nesting.endOf(source, statement);
    return new Candidate(words + " else {}", statement.span(),
        List.of(new Edit(source.name(), end - 1, end, " else {}")));
  }

  private List<SyntaxTree> in(Span place) {
    return trees.stream().filter(t -> t.source().name().equals(place.file())).toList();
  }

  private static Stream<Statement> statements(SyntaxTree tree) {
    return tree.declarations().stream().flatMap(d -> d instanceof Declaration.Component c && !c.inJava()
        ? c.body().stream().flatMap(body -> Nesting.all(body.block())) : Stream.empty());
  }

  /// The letters of a place are those of a whole statement, or of its first words.
  private static boolean contains(Statement statement, Span place) {
    return statement.span().start() == place.start();
  }
}
