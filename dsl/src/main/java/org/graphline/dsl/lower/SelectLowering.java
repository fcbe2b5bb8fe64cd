package org.graphline.dsl.lower;

import java.util.ArrayList;
import java.util.List;

import org.graphline.dsl.ast.SelectCase;
import org.graphline.dsl.ast.Statement.Select.Order;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.dsl.type.ExpressionTyper;
import org.graphline.dsl.type.Place;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Guard;
import org.graphline.model.term.Port.Direction;
import org.graphline.model.term.Statement;
import org.graphline.model.term.Type;

/// Lowers `select` and sees to the rules of its cases.
final class SelectLowering {

  private final StatementLowering statements;
  private final ExpressionTyper typer;
  private final Diagnostics diagnostics;

  SelectLowering(StatementLowering statements, ExpressionTyper typer, Diagnostics diagnostics) {
    this.statements = statements;
    this.typer = typer;
    this.diagnostics = diagnostics;
  }

  Statement lower(org.graphline.dsl.ast.Statement.Select select) {
    checkElse(select);
    var items = select.cases().stream().map(this::item).toList();
    if (items.stream().allMatch(SelectLowering::isOff)) {
      diagnostics.add(DiagnosticId.NOTHING_TO_WAIT_FOR, "every case of this `select` is switched off",
          select.span(),
          "with nothing to wait for it could only be an error");
    }
    return new Statement.Select(select.order() == Order.PRIORITY, items, select.span());
  }

  private static boolean isOff(Statement.SelectItem item) {
    return switch (item) {
      case Statement.Case(var when, _, _, _) ->
          when.isPresent() && when.get() instanceof Expression.BoolLiteral(boolean value, _, _) && !value;
      case Statement.ReplicatedCases(_, _, _, var items, _) -> items.stream().allMatch(SelectLowering::isOff);
    };
  }

  private void checkElse(org.graphline.dsl.ast.Statement.Select select) {
    var otherwise = new ArrayList<SelectCase.Guarded>();
    collectElse(select.cases(), otherwise);
    if (otherwise.isEmpty()) {
      return;
    }
    var first = otherwise.getFirst();
    if (select.order() != Order.PRIORITY) {
      diagnostics.add(DiagnosticId.ELSE_IN_SELECT, "`else` in a fair `select` would always win", first.guard()
          .span(),
          "write `select priority`");
    } else if (otherwise.size() > 1) {
      diagnostics.add(Diagnostic.of(DiagnosticId.ELSE_IN_SELECT, "this `select` has a second `else`",
          otherwise.get(1).guard().span()).related(first.guard().span(), "the first"));
    } else if (select.cases().getLast() != first) {
      diagnostics.add(DiagnosticId.ELSE_IN_SELECT, "`else` must be the last case", first.guard().span(),
          "what stands below it would never be taken");
    } else if (first.when().isPresent()) {
      diagnostics.add(DiagnosticId.ELSE_IN_SELECT, "`else` cannot be switched off", first.when().get()
          .span());
    }
  }

  private static void collectElse(List<SelectCase> cases, List<SelectCase.Guarded> found) {
    for (var item : cases) {
      switch (item) {
        case SelectCase.Guarded guarded -> {
          if (guarded.guard() instanceof org.graphline.dsl.ast.Guard.Otherwise) {
            found.add(guarded);
          }
        }
        case SelectCase.Replicated replicated -> collectElse(replicated.cases(), found);
      }
    }
  }

  private Statement.SelectItem item(SelectCase item) {
    return switch (item) {
      case SelectCase.Guarded(var when, var guard, var body, var span) -> {
        var condition = when.map(e -> typer.condition(e, Place.GUARD));
        var lowered = guard(guard);
        var statement = lowered instanceof Guard.Accept(_, var port, _)
            ? statements.accepting(port, () -> statements.lower(body)) : statements.lower(body);
        yield new Statement.Case(condition, lowered, statement, span);
      }
      case SelectCase.Replicated(var name, var range, var cases, var span) -> {
        var low = typer.integer(range.low(), Place.CONSTANT);
        var high = typer.integer(range.high(), Place.CONSTANT);
        var index = statements.index(name, low, high);
        yield new Statement.ReplicatedCases(index, low, high, cases.stream().map(this::item).toList(), span);
      }
    };
  }

  private Guard guard(org.graphline.dsl.ast.Guard guard) {
    return switch (guard) {
      case org.graphline.dsl.ast.Guard.Receive(var binding, var port, var span) -> {
        var use = statements.port(port, Direction.IN);
        yield new Guard.Receive(statements.bind(binding, use), use, span);
      }
      case org.graphline.dsl.ast.Guard.Accept(var binding, var port, var span) -> {
        var use = statements.port(port, Direction.SERVER);
        yield new Guard.Accept(statements.bind(binding, use), use, span);
      }
      case org.graphline.dsl.ast.Guard.Sync(var barrier, var span) ->
          new Guard.Sync(statements.barrier(barrier), span);
      case org.graphline.dsl.ast.Guard.End(var port, var span) ->
          new Guard.End(statements.port(port, Direction.IN, Direction.SERVER), span);
      case org.graphline.dsl.ast.Guard.After(var duration, var span) ->
          new Guard.After(typer.value(duration, new Type.Time(), Place.GUARD), span);
      case org.graphline.dsl.ast.Guard.Otherwise(var span) -> new Guard.Else(span);
    };
  }
}
