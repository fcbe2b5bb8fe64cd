package org.graphline.checker.story;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.graphline.model.term.Component;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Guard;
import org.graphline.model.term.PortUse;
import org.graphline.model.term.Statement;

/// Tells whether a component calls Java.
final class ExternCalls {
  private ExternCalls() {}

  static boolean occurIn(Component component) {
    return occurIn(component.behavior()) || component.state().stream().anyMatch(s -> occurIn(s.initial()));
  }

  private static boolean occurIn(Statement statement) {
    return expressions(statement).anyMatch(ExternCalls::occurIn)
        || parts(statement).anyMatch(ExternCalls::occurIn);
  }

  private static boolean occurIn(Expression expression) {
    return switch (expression) {
      case Expression.ExternCall _ -> true;
      case Expression.RecordLiteral(_, var fields, _) -> fields.stream().anyMatch(ExternCalls::occurIn);
      case Expression.Field(var record, _, _, _) -> occurIn(record);
      case Expression.Unary(_, var operand, _, _) -> occurIn(operand);
      case Expression.Binary(_, var left, var right, _, _) -> occurIn(left) || occurIn(right);
      case Expression.Conditional(var test, var then, var otherwise, _, _) ->
          occurIn(test) || occurIn(then) || occurIn(otherwise);
      case Expression.ListOperation(_, var list, var arguments, _, _) ->
          occurIn(list) || arguments.stream().anyMatch(ExternCalls::occurIn);
      case Expression.IntLiteral _, Expression.BoolLiteral _, Expression.TextLiteral _,
          Expression.DurationLiteral _,
          Expression.EnumLiteral _, Expression.EmptyList _, Expression.Anything _, Expression.Use _,
          Expression.Inspect _, Expression.Contents _ -> false;
    };
  }

  private static Stream<Expression> expressions(Statement statement) {
    return switch (statement) {
      case Statement.Declare(_, var initial, _) -> Stream.of(initial);
      case Statement.Let(_, var value, _) -> Stream.of(value);
      case Statement.Assign(_, var value, _) -> Stream.of(value);
      case Statement.Evaluate(var expression, _) -> Stream.of(expression);
      case Statement.Receive(_, var port, _, _) -> index(port);
      case Statement.Send(var value, var port, _, _) -> Stream.concat(value.stream(), index(port));
      case Statement.Call(_, var port, var request, _, _) -> Stream.concat(request.stream(), index(port));
      case Statement.Accept(_, var port, _, _) -> index(port);
      case Statement.Reply(var value, _) -> value.stream();
      case Statement.Sync(var barrier, _) -> index(barrier);
      case Statement.If(var condition, _, _, _) -> Stream.of(condition);
      case Statement.Match(var scrutinee, _, _) -> Stream.of(scrutinee);
      case Statement.While(var condition, _, _) -> Stream.of(condition);
      case Statement.For(_, var low, var high, _, _) -> Stream.of(low, high);
      case Statement.Wait(var duration, _) -> Stream.of(duration);
      case Statement.Close(var port, _) -> index(port);
      case Statement.Assert(var condition, _) -> Stream.of(condition);
      case Statement.Select(_, var items, _) -> items.stream().flatMap(ExternCalls::expressions);
      case Statement.Block _, Statement.Par _, Statement.ParFor _, Statement.Choose _, Statement.Repeat _,
          Statement.Stop _, Statement.Mark _, Statement.Idle _ -> Stream.empty();
    };
  }

  private static Stream<Expression> expressions(Statement.SelectItem item) {
    return switch (item) {
      case Statement.Case(var when, var guard, _, _) -> Stream.concat(when.stream(), switch (guard) {
        case Guard.Receive(_, var port, _) -> index(port);
        case Guard.Accept(_, var port, _) -> index(port);
        case Guard.Sync(var port, _) -> index(port);
        case Guard.End(var port, _) -> index(port);
        case Guard.After(var duration, _) -> Stream.of(duration);
        case Guard.Else _, Guard.Unheard _ -> Stream.empty();
      });
      case Statement.ReplicatedCases(_, _, _, var items, _)
          -> items.stream().flatMap(ExternCalls::expressions);
    };
  }

  private static Stream<Statement> parts(Statement statement) {
    return switch (statement) {
      case Statement.Block(var statements, _) -> statements.stream();
      case Statement.Receive(_, _, var orElse, _) -> orElse.stream();
      case Statement.Send(_, _, var orElse, _) -> orElse.stream();
      case Statement.Call(_, _, _, var orElse, _) -> orElse.stream();
      case Statement.Accept(_, _, var body, _) -> Stream.of(body);
      case Statement.Select(_, var items, _) -> items.stream().flatMap(ExternCalls::bodies);
      case Statement.Par(var branches, _) -> branches.stream();
      case Statement.ParFor(_, _, _, var body, _) -> Stream.of(body);
      case Statement.Choose(_, var alternatives, _) -> List.<Statement>copyOf(alternatives).stream();
      case Statement.If(_, var then, Optional<Statement> otherwise, _) ->
          Stream.concat(Stream.of(then), otherwise.stream());
      case Statement.Match(_, var cases, _) -> cases.stream().map(Statement.MatchCase::body);
      case Statement.While(_, var body, _) -> Stream.of(body);
      case Statement.Repeat(var body, _, _) -> Stream.of(body);
      case Statement.For(_, _, _, var body, _) -> Stream.of(body);
      case Statement.Declare _, Statement.Let _, Statement.Assign _, Statement.Evaluate _, Statement.Reply _,
          Statement.Sync _, Statement.Wait _, Statement.Close _, Statement.Stop _, Statement.Mark _,
          Statement.Assert _, Statement.Idle _ -> Stream.empty();
    };
  }

  private static Stream<Statement> bodies(Statement.SelectItem item) {
    return switch (item) {
      case Statement.Case(_, _, var body, _) -> Stream.of(body);
      case Statement.ReplicatedCases(_, _, _, var items, _) -> items.stream().flatMap(ExternCalls::bodies);
    };
  }

  private static Stream<Expression> index(PortUse port) {
    return port.index().stream();
  }
}
