package org.graphline.compiler.plan;

import java.util.List;
import java.util.Optional;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Statement;
import org.graphline.model.term.Type;

/// Whether the Java of a statement can complete normally, by javac's own rules (Java Language Specification,
/// 14.22): javac refuses a statement that comes after one that cannot.
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
      case Statement.Declare _, Statement.Let _, Statement.Assign _, Statement.Evaluate _,
          Statement.Receive _,
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

  /// Returns the `if` that a `match` on a truth value is.
  public static Optional<Statement.If> branch(Statement.Match match) {
    if (!(match.scrutinee().type() instanceof Type.Bool)
        || !match.cases().stream()
        .allMatch(c -> c.value().isEmpty() || Bounds.truth(c.value().get()).isPresent())) {
      return Optional.empty();
    }
    return Optional.of(new Statement.If(match.scrutinee(), arm(match, true), Optional.of(arm(match, false)),
        match.span()));
  }

  private static Statement.Block arm(Statement.Match match, boolean truth) {
    Statement body = match.cases().stream()
        .filter(c -> c.value().isEmpty() || isAlways(c.value().get(), truth)).findFirst()
        .map(Statement.MatchCase::body)
        .orElseThrow(() -> new AssertionError("match does not cover " + truth + ", " + match.span().place()));
    return body instanceof Statement.Block block ? block : new Statement.Block(List.of(body), body.span());
  }

  private static boolean completes(Statement.Match match) {
    Optional<Statement.If> branch = branch(match);
    if (branch.isPresent()) {
      return completes(branch.get());
    }
    boolean hasElse = match.cases().stream().anyMatch(c -> c.value().isEmpty());
    return !hasElse || match.cases().stream().anyMatch(c -> completes(c.body()));
  }
}
