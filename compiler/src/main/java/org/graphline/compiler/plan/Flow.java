package org.graphline.compiler.plan;

import java.util.List;
import java.util.Optional;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Statement;

/// Whether the Java of a statement can complete normally, by javac's own rules (Java Language Specification, 14.22):
/// javac refuses a statement that comes after one that cannot.
public final class Flow {
  private Flow() {}

  /// Reports whether javac takes it that what follows `statement` can be reached.
  public static boolean completes(Statement statement) {
    return switch (statement) {
      case Statement.Stop _ -> false;
      case Statement.Block(var statements, _) -> statements.stream().allMatch(Flow::completes);
      case Statement.Accept(_, _, var body, _) -> completes(body);
      case Statement.While(var condition, _, _) -> !isAlways(condition, true);
      case Statement.If(_, var then, var otherwise, _) ->
          otherwise.isEmpty() || completes(then) || completes(otherwise.get());
      case Statement.Match match -> completes(match);
      case Statement.Declare _, Statement.Let _, Statement.Assign _, Statement.Evaluate _, Statement.Receive _,
          Statement.Send _, Statement.Call _, Statement.Reply _, Statement.Sync _, Statement.Select _,
          Statement.Par _, Statement.ParFor _, Statement.Choose _, Statement.Repeat _, Statement.For _,
          Statement.Wait _, Statement.Close _, Statement.Mark _, Statement.Assert _, Statement.Idle _ -> true;
    };
  }

  /// Returns how many of `statements` javac lets stand: all up to the first that cannot complete.
  public static int reachable(List<Statement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      if (!completes(statements.get(i))) {
        return i + 1;
      }
    }
    return statements.size();
  }

  /// Reports whether `condition` is constant and has the value `truth`.
  public static boolean isAlways(Expression condition, boolean truth) {
    return Bounds.truth(condition).equals(Optional.of(truth));
  }

  private static boolean completes(Statement.Match match) {
    boolean hasElse = match.cases().stream().anyMatch(c -> c.value().isEmpty());
    return !hasElse || match.cases().stream().anyMatch(c -> completes(c.body()));
  }
}
