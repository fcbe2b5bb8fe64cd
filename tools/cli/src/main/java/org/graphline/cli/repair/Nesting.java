package org.graphline.cli.repair;

import java.util.stream.Stream;
import org.graphline.dsl.ast.SelectCase;
import org.graphline.dsl.ast.Statement;
import org.graphline.model.source.SourceFile;

/// The statements within statements.
final class Nesting {
  private Nesting() {}

  /// Returns the statements directly within a statement.
  static Stream<Statement> children(Statement statement) {
    return switch (statement) {
      case Statement.Block(var statements, _) -> statements.stream();
      case Statement.Receive(_, _, var otherwise, _) -> otherwise.stream();
      case Statement.Send(_, _, var otherwise, _) -> otherwise.stream();
      case Statement.Call(_, _, _, var otherwise, _) -> otherwise.stream();
      case Statement.Accept(_, _, var body, _) -> Stream.of(body);
      case Statement.Select(_, var cases, _) -> cases.stream().flatMap(Nesting::bodies);
      case Statement.Par(var branches, _) -> Stream.of(branches);
      case Statement.ParFor(_, _, var body, _) -> Stream.of(body);
      case Statement.Choose(_, var branches, _) -> branches.stream().map(b -> b);
      case Statement.If(_, var then, var otherwise, _) -> Stream.concat(Stream.of(then), otherwise.stream());
      case Statement.Match(_, var cases, _) -> cases.stream().map(Statement.MatchCase::body);
      case Statement.While(_, var body, _) -> Stream.of(body);
      case Statement.Repeat(var body, _) -> Stream.of(body);
      case Statement.For(_, _, var body, _) -> Stream.of(body);
      case Statement.Local _, Statement.Let _, Statement.Assign _, Statement.Evaluate _, Statement.Reply _, Statement.Sync _,
          Statement.Wait _, Statement.Close _, Statement.Stop _, Statement.Mark _, Statement.Assert _ -> Stream.empty();
    };
  }

  private static Stream<Statement> bodies(SelectCase one) {
    return switch (one) {
      case SelectCase.Guarded(_, _, var body, _) -> Stream.of(body);
      case SelectCase.Replicated(_, _, var cases, _) -> cases.stream().flatMap(Nesting::bodies);
    };
  }

  /// Returns where a statement ends, its semicolon included.
  static int endOf(SourceFile source, Statement statement) {
    int end = statement.span().end();
    return end < source.text().length() && source.text().charAt(end) == ';' ? end + 1 : end;
  }

  /// Returns a statement and all within it.
  static Stream<Statement> all(Statement statement) {
    return Stream.concat(Stream.of(statement), children(statement).flatMap(Nesting::all));
  }
}
