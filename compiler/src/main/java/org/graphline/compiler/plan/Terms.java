package org.graphline.compiler.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.graphline.model.term.Component;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Guard;
import org.graphline.model.term.PortUse;
import org.graphline.model.term.Statement;

/// Walks over terms: what stands directly below a statement or an expression, and everything below it.
public final class Terms {
  private Terms() {}

  /// Calls `visitor` for every expression of the component's variables and behavior, outer ones first.
  public static void expressions(Component component, Consumer<Expression> visitor) {
    component.state().forEach(s -> expressions(s.initial(), visitor));
    expressions(component.behavior(), visitor);
  }

  /// Calls `visitor` for every expression in `statement` and below it.
  public static void expressions(Statement statement, Consumer<Expression> visitor) {
    own(statement).forEach(e -> expressions(e, visitor));
    below(statement).forEach(s -> expressions(s, visitor));
  }

  /// Calls `visitor` for `expression` and every expression below it.
  public static void expressions(Expression expression, Consumer<Expression> visitor) {
    visitor.accept(expression);
    operands(expression).forEach(e -> expressions(e, visitor));
  }

  /// Returns the expressions that an expression is made of, in the order of their evaluation.
  public static List<Expression> operands(Expression expression) {
    return switch (expression) {
      case Expression.IntLiteral _, Expression.BoolLiteral _, Expression.TextLiteral _,
          Expression.DurationLiteral _, Expression.EnumLiteral _, Expression.EmptyList _,
          Expression.Anything _,
          Expression.Use _, Expression.Inspect _, Expression.Contents _ -> List.of();
      case Expression.RecordLiteral(_, var fields, _) -> fields;
      case Expression.Field(var record, _, _, _) -> List.of(record);
      case Expression.Unary(_, var operand, _, _) -> List.of(operand);
      case Expression.Binary(_, var left, var right, _, _) -> List.of(left, right);
      case Expression.Conditional(var condition, var then, var otherwise, _, _) ->
          List.of(condition, then, otherwise);
      case Expression.ListOperation(_, var list, var arguments, _, _) -> with(list, arguments);
      case Expression.ExternCall(_, _, var arguments, _) -> arguments;
    };
  }

  /// Returns the statements directly below a statement.
  public static List<Statement> below(Statement statement) {
    return switch (statement) {
      case Statement.Block(var statements, _) -> statements;
      case Statement.Receive(_, _, var orElse, _) -> list(orElse);
      case Statement.Send(_, _, var orElse, _) -> list(orElse);
      case Statement.Call(_, _, _, var orElse, _) -> list(orElse);
      case Statement.Accept(_, _, var body, _) -> List.of(body);
      case Statement.Select(_, var items, _) -> cases(items).stream().map(Statement.Case::body).toList();
      case Statement.Par(var branches, _) -> branches;
      case Statement.ParFor(_, _, _, var body, _) -> List.of(body);
      case Statement.Choose(_, var alternatives, _) -> List.copyOf(alternatives);
      case Statement.If(_, var then, var otherwise, _) -> with(then, list(otherwise));
      case Statement.Match(_, var cases, _) -> cases.stream().map(Statement.MatchCase::body).toList();
      case Statement.While(_, var body, _) -> List.of(body);
      case Statement.Repeat(var body, _, _) -> List.of(body);
      case Statement.For(_, _, _, var body, _) -> List.of(body);
      case Statement.Declare _, Statement.Let _, Statement.Assign _, Statement.Evaluate _, Statement.Reply _,
          Statement.Sync _, Statement.Wait _, Statement.Close _, Statement.Stop _, Statement.Mark _,
          Statement.Assert _, Statement.Idle _ -> List.of();
    };
  }

  /// Returns the expressions that belong to a statement itself, not to a statement below it.
  public static List<Expression> own(Statement statement) {
    return switch (statement) {
      case Statement.Declare(_, var initial, _) -> List.of(initial);
      case Statement.Let(_, var value, _) -> List.of(value);
      case Statement.Assign(_, var value, _) -> List.of(value);
      case Statement.Evaluate(var expression, _) -> List.of(expression);
      case Statement.Receive(_, var port, _, _) -> list(port.index());
      case Statement.Send(var value, var port, _, _) -> join(list(value), list(port.index()));
      case Statement.Call(_, var port, var request, _, _) -> join(list(port.index()), list(request));
      case Statement.Accept(_, var port, _, _) -> list(port.index());
      case Statement.Reply(var value, _) -> list(value);
      case Statement.Sync(var barrier, _) -> list(barrier.index());
      case Statement.Select(_, var items, _) -> selection(items);
      case Statement.ParFor(_, var low, var high, _, _) -> List.of(low, high);
      case Statement.For(_, var low, var high, _, _) -> List.of(low, high);
      case Statement.If(var condition, _, _, _) -> List.of(condition);
      case Statement.Match(var scrutinee, var cases, _) ->
          with(scrutinee, cases.stream().flatMap(c -> c.value().stream()).toList());
      case Statement.While(var condition, _, _) -> List.of(condition);
      case Statement.Wait(var duration, _) -> List.of(duration);
      case Statement.Close(var port, _) -> list(port.index());
      case Statement.Assert(var condition, _) -> List.of(condition);
      case Statement.Block _, Statement.Par _, Statement.Choose _, Statement.Repeat _, Statement.Stop _,
          Statement.Mark _, Statement.Idle _ -> List.of();
    };
  }

  /// Returns all cases of a `select`, those of its `for`s included.
  public static List<Statement.Case> cases(List<Statement.SelectItem> items) {
    List<Statement.Case> result = new ArrayList<>();
    for (Statement.SelectItem item : items) {
      switch (item) {
        case Statement.Case one -> result.add(one);
        case Statement.ReplicatedCases(_, _, _, var inner, _) -> result.addAll(cases(inner));
      }
    }
    return result;
  }

  /// Returns the expressions of a guard.
  public static List<Expression> own(Guard guard) {
    return switch (guard) {
      case Guard.After(var duration, _) -> List.of(duration);
      case Guard.Receive _, Guard.Accept _, Guard.Sync _, Guard.End _, Guard.Else _, Guard.Unheard _ ->
          list(port(guard).flatMap(PortUse::index));
    };
  }

  /// Returns the port a guard waits at, if it waits at one.
  public static Optional<PortUse> port(Guard guard) {
    return switch (guard) {
      case Guard.Receive(_, var port, _) -> Optional.of(port);
      case Guard.Accept(_, var port, _) -> Optional.of(port);
      case Guard.Sync(var barrier, _) -> Optional.of(barrier);
      case Guard.End(var port, _) -> Optional.of(port);
      case Guard.After _, Guard.Else _, Guard.Unheard _ -> Optional.empty();
    };
  }

  private static List<Expression> selection(List<Statement.SelectItem> items) {
    List<Expression> result = new ArrayList<>();
    for (Statement.SelectItem item : items) {
      switch (item) {
        case Statement.Case(var when, var guard, _, _) -> {
          when.ifPresent(result::add);
          result.addAll(own(guard));
        }
        case Statement.ReplicatedCases(_, var low, var high, var inner, _) -> {
          result.add(low);
          result.add(high);
          result.addAll(selection(inner));
        }
      }
    }
    return result;
  }

  private static <T> List<T> list(Optional<? extends T> one) {
    return one.isPresent() ? List.of(one.get()) : List.of();
  }

  private static <T> List<T> with(T first, List<? extends T> rest) {
    List<T> result = new ArrayList<>();
    result.add(first);
    result.addAll(rest);
    return result;
  }

  private static <T> List<T> join(List<T> first, List<T> second) {
    List<T> result = new ArrayList<>(first);
    result.addAll(second);
    return result;
  }
}
