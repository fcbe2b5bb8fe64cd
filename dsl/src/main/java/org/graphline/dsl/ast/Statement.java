package org.graphline.dsl.ast;

import java.util.List;
import java.util.Optional;
import org.graphline.model.source.Span;

/// A statement of a component's behavior. `otherwise` is what follows `else`: what to do if the other side
/// has gone home.
public sealed interface Statement {

  /// Returns the place of the whole statement.
  Span span();

  /// `{ … }`
  record Block(List<Statement> statements, Span span) implements Statement {
    public Block {
      statements = List.copyOf(statements);
    }
  }

  /// `var x: T = e;`
  record Local(Variable variable, Span span) implements Statement {}

  /// `let x = e;`
  record Let(Name name, Expression value, Span span) implements Statement {}

  /// `x = e;`
  record Assign(Expression target, Expression value, Span span) implements Statement {}

  /// `Words.print(s);` or `q.add(e);`
  record Evaluate(Expression expression, Span span) implements Statement {}

  /// `receive x from p;`
  record Receive(Optional<Name> binding, PortUse port, Optional<Statement> otherwise, Span span)
      implements Statement {}

  /// `send e to p;`, or `send to p;` for a signal.
  record Send(Optional<Expression> value, PortUse port, Optional<Statement> otherwise, Span span)
      implements Statement {}

  /// `call p(e);` or `let r = call p(e);`
  record Call(
      Optional<Name> binding,
      PortUse port,
      Optional<Expression> argument,
      Optional<Statement> otherwise,
      Span span)
      implements Statement {}

  /// `accept x from p { … reply e; … }`
  record Accept(Optional<Name> binding, PortUse port, Block body, Span span) implements Statement {}

  /// `reply e;` or `reply;`
  record Reply(Optional<Expression> value, Span span) implements Statement {}

  /// `sync b;`
  record Sync(Name barrier, Span span) implements Statement {}

  /// `select { … }` or `select priority { … }`
  record Select(Order order, List<SelectCase> cases, Span span) implements Statement {
    public Select {
      cases = List.copyOf(cases);
    }

    /// Which ready case is taken.
    public enum Order {
      FAIR,
      PRIORITY
    }
  }

  /// `par { … }`: each statement of the block is a branch.
  record Par(Block branches, Span span) implements Statement {}

  /// `par for i in a..b { … }`: one branch for each value.
  record ParFor(Name name, Range range, Block body, Span span) implements Statement {}

  /// `choose { … } or { … }`
  record Choose(Choice choice, List<Block> branches, Span span) implements Statement {
    public Choose {
      branches = List.copyOf(branches);
    }

    /// Whether the checker may assume that each branch keeps happening.
    public enum Choice {
      DEMONIC,
      FAIR
    }
  }

  /// `if (e) { … } else …`
  record If(Expression condition, Block then, Optional<Statement> otherwise, Span span)
      implements Statement {}

  /// `match (e) { v => S else => S }`
  record Match(Expression subject, List<MatchCase> cases, Span span) implements Statement {
    public Match {
      cases = List.copyOf(cases);
    }
  }

  /// One case of a `match`; without a value it is the `else`.
  record MatchCase(Optional<Expression> value, Statement body, Span span) {}

  /// `while (e) { … }`
  record While(Expression condition, Block body, Span span) implements Statement {}

  /// `repeat { … }` or `repeat select { … }`: `body` is a [Block] or a [Select].
  record Repeat(Statement body, Span span) implements Statement {}

  /// `for i in a..b { … }`
  record For(Name name, Range range, Block body, Span span) implements Statement {}

  /// `wait 5s;`
  record Wait(Expression duration, Span span) implements Statement {}

  /// `close p;`
  record Close(PortUse port, Span span) implements Statement {}

  /// `stop;`
  record Stop(Span span) implements Statement {}

  /// `mark eating;`
  record Mark(Name name, Span span) implements Statement {}

  /// `assert e;`
  record Assert(Expression condition, Span span) implements Statement {}
}
