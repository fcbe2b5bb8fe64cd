package org.graphline.dsl.resolve;

import java.util.List;

import org.graphline.dsl.ast.Expression;
import org.graphline.dsl.ast.SelectCase;
import org.graphline.dsl.ast.Statement;

/// Whether control can come out at the end of a statement.
public final class Endings {

  private Endings() {}

  /// Reports whether what follows `statement` can be reached.
  public static boolean endsNormally(Statement statement) {
    return switch (statement) {
      case Statement.Stop _, Statement.Repeat _ -> false;
      case Statement.While(Expression.BooleanLiteral(boolean value, _), _, _) -> !value;
      case Statement.Block(var statements, _) -> statements.stream().allMatch(Endings::endsNormally);
      case Statement.Par(var branches, _) -> endsNormally(branches);
      case Statement.Accept(_, _, var body, _) -> endsNormally(body);
      case Statement.If(_, var then, var otherwise, _) ->
          otherwise.isEmpty() || endsNormally(then) || endsNormally(otherwise.get());
      case Statement.Choose(_, var branches, _) -> branches.stream().anyMatch(Endings::endsNormally);
      case Statement.Match(_, var cases, _) -> cases.stream().anyMatch(c -> endsNormally(c.body()));
      case Statement.Select(_, var cases, _) -> anyEnds(cases);
      case Statement.Local _, Statement.Let _, Statement.Assign _, Statement.Evaluate _, Statement.Receive _,
          Statement.Send _, Statement.Call _, Statement.Reply _, Statement.Sync _, Statement.ParFor _,
          Statement.While _, Statement.For _, Statement.Wait _, Statement.Close _, Statement.Mark _,
          Statement.Assert _ -> true;
    };
  }

  private static boolean anyEnds(List<SelectCase> cases) {
    return cases.stream().anyMatch(item -> switch (item) {
      case SelectCase.Guarded guarded -> endsNormally(guarded.body());
      case SelectCase.Replicated replicated -> anyEnds(replicated.cases());
    });
  }
}
