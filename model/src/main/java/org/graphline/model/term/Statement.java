package org.graphline.model.term;

import java.util.List;
import java.util.Optional;
import org.graphline.model.source.Span;

/// One statement of a behavior, as structured as it was written. The unfolding gives each its steps
/// (docs/semantics.md has one rule a record); the compiler gives each its Java.
public sealed interface Statement {

  /// Returns where the statement stands.
  Span span();

  /// Statements one after the other, and a scope.
  record Block(List<Statement> statements, Span span) implements Statement {
    public Block {
      statements = List.copyOf(statements);
    }
  }

  /// `var x: T = e;` inside a behavior.
  record Declare(Variable variable, Expression initial, Span span) implements Statement {}

  /// `let x = e;`
  record Let(Variable variable, Expression value, Span span) implements Statement {}

  /// `x = e;` of a [Variable.Kind#STATE] or [Variable.Kind#LOCAL] variable.
  record Assign(Variable variable, Expression value, Span span) implements Statement {}

  /// An expression for its effect: an extern call or a list operation.
  record Evaluate(Expression expression, Span span) implements Statement {}

  /// `receive x from p;` or `… else S`.
  record Receive(Optional<Variable> binding, PortUse port, Optional<Statement> orElse, Span span)
      implements Statement {}

  /// `send e to p;` or `… else S`; no expression sends the signal.
  record Send(Optional<Expression> value, PortUse port, Optional<Statement> orElse, Span span)
      implements Statement {}

  /// `let r = call p(e);` or `call p(e);` or `… else S`; no expression requests with the signal.
  record Call(Optional<Variable> result, PortUse port, Optional<Expression> request,
      Optional<Statement> orElse, Span span) implements Statement {}

  /// `accept x from p { … }`, exactly one reply on every path of the body.
  record Accept(Optional<Variable> binding, PortUse port, Block body, Span span) implements Statement {}

  /// `reply e;` to the innermost open `accept`.
  record Reply(Optional<Expression> value, Span span) implements Statement {}

  /// `sync b;`
  record Sync(PortUse barrier, Span span) implements Statement {}

  /// `select { … }` or `select priority { … }`.
  record Select(boolean priority, List<SelectItem> items, Span span) implements Statement {
    public Select {
      items = List.copyOf(items);
    }
  }

  /// `par { S1 S2 … }`; each statement is a branch.
  record Par(List<Statement> branches, Span span) implements Statement {
    public Par {
      branches = List.copyOf(branches);
    }
  }

  /// `par for i in low..high { … }`; the bounds are constant expressions over parameters.
  record ParFor(Variable index, Expression low, Expression high, Block body, Span span)
      implements Statement {}

  /// `choose { … } or { … }`.
  record Choose(boolean fair, List<Block> alternatives, Span span) implements Statement {
    public Choose {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// `if (e) { … } else S`.
  record If(Expression condition, Block then, Optional<Statement> otherwise, Span span)
      implements Statement {}

  /// `match (e) { v => S … }`; covers every value.
  record Match(Expression scrutinee, List<MatchCase> cases, Span span) implements Statement {
    public Match {
      cases = List.copyOf(cases);
    }
  }

  /// `while (e) { … }`.
  record While(Expression condition, Block body, Span span) implements Statement {}

  /// `repeat { … }`.
  ///
  /// @param outermost whether no other `repeat` encloses it: its first wait is a resting place (rule R4)
  record Repeat(Statement body, boolean outermost, Span span) implements Statement {}

  /// `for i in low..high { … }`; the bounds are evaluated once, on entry.
  record For(Variable index, Expression low, Expression high, Block body, Span span)
      implements Statement {}

  /// `wait d;`
  record Wait(Expression duration, Span span) implements Statement {}

  /// `close p;`
  record Close(PortUse port, Span span) implements Statement {}

  /// `stop;`
  record Stop(Span span) implements Statement {}

  /// `mark name;`
  record Mark(String name, Span span) implements Statement {}

  /// `assert e;`
  record Assert(Expression condition, Span span) implements Statement {}

  /// Waits for nothing, resting. Not in the language: the prelude's `Never` does it.
  record Idle(Span span) implements Statement {}

  /// One item of a [Select].
  sealed interface SelectItem {

    /// Returns where the item stands.
    Span span();
  }

  /// `when (e) guard => S`.
  record Case(Optional<Expression> when, Guard guard, Statement body, Span span) implements SelectItem {}

  /// `for i in low..high { … }` around cases; the bounds are constant expressions over parameters.
  record ReplicatedCases(Variable index, Expression low, Expression high, List<SelectItem> items, Span span)
      implements SelectItem {
    public ReplicatedCases {
      items = List.copyOf(items);
    }
  }

  /// `v => S` of a [Match]; no value is `else`.
  record MatchCase(Optional<Expression> value, Statement body, Span span) {}
}
