package org.graphline.dsl.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.graphline.model.term.Expression;
import org.graphline.model.term.Guard;
import org.graphline.model.term.PortUse;
import org.graphline.model.term.Statement;
import org.graphline.model.term.Variable;

/// The parts of statements and expressions.
public final class Walk {

  private Walk() {}

  /// Visits `statement` and all statements inside it, outer ones first.
  public static void each(Statement statement, Consumer<Statement> visitor) {
    visitor.accept(statement);
    inside(statement).forEach(s -> each(s, visitor));
  }

  /// Returns the statements directly inside `statement`.
  public static List<Statement> inside(Statement statement) {
    return switch (statement) {
      case Statement.Block(var statements, _) -> statements;
      case Statement.Receive(_, _, var orElse, _) -> orElse.stream().toList();
      case Statement.Send(_, _, var orElse, _) -> orElse.stream().toList();
      case Statement.Call(_, _, _, var orElse, _) -> orElse.stream().toList();
      case Statement.Accept(_, _, var body, _) -> List.of(body);
      case Statement.Select(_, var items, _) -> cases(items).stream().map(Statement.Case::body).toList();
      case Statement.Par(var branches, _) -> branches;
      case Statement.ParFor(_, _, _, var body, _) -> List.of(body);
      case Statement.Choose(_, var alternatives, _) -> List.copyOf(alternatives);
      case Statement.If(_, var then, var otherwise, _) -> Stream.concat(Stream.of(then), otherwise.stream())
          .toList();
      case Statement.Match(_, var cases, _) -> cases.stream().map(Statement.MatchCase::body).toList();
      case Statement.While(_, var body, _) -> List.of(body);
      case Statement.Repeat(var body, _, _) -> List.of(body);
      case Statement.For(_, _, _, var body, _) -> List.of(body);
      case Statement.Declare _, Statement.Let _, Statement.Assign _, Statement.Evaluate _, Statement.Reply _,
          Statement.Sync _, Statement.Wait _, Statement.Close _, Statement.Stop _, Statement.Mark _,
          Statement.Assert _, Statement.Idle _ -> List.of();
    };
  }

  /// Returns the cases of a `select`, replicated ones once.
  public static List<Statement.Case> cases(List<Statement.SelectItem> items) {
    var cases = new ArrayList<Statement.Case>();
    for (var item : items) {
      switch (item) {
        case Statement.Case single -> cases.add(single);
        case Statement.ReplicatedCases replicated -> cases.addAll(cases(replicated.items()));
      }
    }
    return cases;
  }

  /// Returns the expressions of `statement` itself, those of statements inside it left out.
  public static List<Expression> expressions(Statement statement) {
    return switch (statement) {
      case Statement.Declare(_, var initial, _) -> List.of(initial);
      case Statement.Let(_, var value, _) -> List.of(value);
      case Statement.Assign(_, var value, _) -> List.of(value);
      case Statement.Evaluate(var expression, _) -> List.of(expression);
      case Statement.Send(var value, var port, _, _) -> Stream.concat(value.stream(), port.index().stream())
          .toList();
      case Statement.Receive(_, var port, _, _) -> port.index().stream().toList();
      case Statement.Call(_, var port, var request, _, _) ->
          Stream.concat(request.stream(), port.index().stream()).toList();
      case Statement.Accept(_, var port, _, _) -> port.index().stream().toList();
      case Statement.Reply(var value, _) -> value.stream().toList();
      case Statement.Select(_, var items, _) -> items.stream().flatMap(Walk::expressions).toList();
      case Statement.ParFor(_, var low, var high, _, _) -> List.of(low, high);
      case Statement.If(var condition, _, _, _) -> List.of(condition);
      case Statement.Match(var scrutinee, _, _) -> List.of(scrutinee);
      case Statement.While(var condition, _, _) -> List.of(condition);
      case Statement.For(_, var low, var high, _, _) -> List.of(low, high);
      case Statement.Wait(var duration, _) -> List.of(duration);
      case Statement.Close(var port, _) -> port.index().stream().toList();
      case Statement.Assert(var condition, _) -> List.of(condition);
      case Statement.Block _, Statement.Sync _, Statement.Par _, Statement.Choose _, Statement.Repeat _,
          Statement.Stop _, Statement.Mark _, Statement.Idle _ -> List.of();
    };
  }

  private static Stream<Expression> expressions(Statement.SelectItem item) {
    return switch (item) {
      case Statement.Case(var when, var guard, _, _) -> Stream.concat(when.stream(), switch (guard) {
        case Guard.After(var duration, _) -> Stream.of(duration);
        case Guard.Receive _, Guard.Accept _, Guard.Sync _, Guard.End _, Guard.Else _, Guard.Unheard _ ->
            port(guard).flatMap(PortUse::index).stream();
      });
      case Statement.ReplicatedCases(_, var low, var high, var items, _) ->
          Stream.concat(Stream.of(low, high), items.stream().flatMap(Walk::expressions));
    };
  }

  /// Returns the port that `guard` waits at.
  public static Optional<PortUse> port(Guard guard) {
    return switch (guard) {
      case Guard.Receive(_, var port, _) -> Optional.of(port);
      case Guard.Accept(_, var port, _) -> Optional.of(port);
      case Guard.Sync(var barrier, _) -> Optional.of(barrier);
      case Guard.End(var port, _) -> Optional.of(port);
      case Guard.After _, Guard.Else _, Guard.Unheard _ -> Optional.empty();
    };
  }

  /// Returns the ports that `statement` itself names, guards included.
  public static List<PortUse> ports(Statement statement) {
    return switch (statement) {
      case Statement.Receive(_, var port, _, _) -> List.of(port);
      case Statement.Send(_, var port, _, _) -> List.of(port);
      case Statement.Call(_, var port, _, _, _) -> List.of(port);
      case Statement.Accept(_, var port, _, _) -> List.of(port);
      case Statement.Sync(var barrier, _) -> List.of(barrier);
      case Statement.Close(var port, _) -> List.of(port);
      case Statement.Select(_, var items, _) ->
          cases(items).stream().flatMap(c -> port(c.guard()).stream()).toList();
      case Statement.Block _, Statement.Declare _, Statement.Let _, Statement.Assign _, Statement.Evaluate _,
          Statement.Reply _, Statement.Par _, Statement.ParFor _, Statement.Choose _, Statement.If _,
          Statement.Match _, Statement.While _, Statement.Repeat _, Statement.For _, Statement.Wait _,
          Statement.Stop _, Statement.Mark _, Statement.Assert _, Statement.Idle _ -> List.of();
    };
  }

  /// Visits `expression` and all expressions inside it.
  public static void each(Expression expression, Consumer<Expression> visitor) {
    visitor.accept(expression);
    switch (expression) {
      case Expression.RecordLiteral(_, var fields, _) -> fields.forEach(e -> each(e, visitor));
      case Expression.Field(var record, _, _, _) -> each(record, visitor);
      case Expression.Unary(_, var operand, _, _) -> each(operand, visitor);
      case Expression.Binary(_, var left, var right, _, _) -> {
        each(left, visitor);
        each(right, visitor);
      }
      case Expression.Conditional(var condition, var then, var otherwise, _, _) -> {
        each(condition, visitor);
        each(then, visitor);
        each(otherwise, visitor);
      }
      case Expression.ListOperation(_, var list, var arguments, _, _) -> {
        each(list, visitor);
        arguments.forEach(e -> each(e, visitor));
      }
      case Expression.ExternCall(_, _, var arguments, _) -> arguments.forEach(e -> each(e, visitor));
      case Expression.IntLiteral _, Expression.BoolLiteral _, Expression.TextLiteral _,
          Expression.DurationLiteral _, Expression.EnumLiteral _, Expression.EmptyList _,
          Expression.Anything _,
          Expression.Use _, Expression.Inspect _, Expression.Contents _ -> {}
    }
  }

  /// Returns the variable that `statement` itself declares or binds, those of guards left out.
  public static Optional<Variable> declared(Statement statement) {
    return switch (statement) {
      case Statement.Declare(var variable, _, _) -> Optional.of(variable);
      case Statement.Let(var variable, _, _) -> Optional.of(variable);
      case Statement.Receive(var binding, _, _, _) -> binding;
      case Statement.Call(var result, _, _, _, _) -> result;
      case Statement.Accept(var binding, _, _, _) -> binding;
      case Statement.ParFor(var index, _, _, _, _) -> Optional.of(index);
      case Statement.For(var index, _, _, _, _) -> Optional.of(index);
      case Statement.Block _, Statement.Assign _, Statement.Evaluate _, Statement.Send _, Statement.Reply _,
          Statement.Sync _, Statement.Select _, Statement.Par _, Statement.Choose _, Statement.If _,
          Statement.Match _, Statement.While _, Statement.Repeat _, Statement.Wait _, Statement.Close _,
          Statement.Stop _, Statement.Mark _, Statement.Assert _, Statement.Idle _ -> Optional.empty();
    };
  }
}
