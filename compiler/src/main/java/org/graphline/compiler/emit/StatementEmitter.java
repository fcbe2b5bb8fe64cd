package org.graphline.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Optional;
import org.graphline.compiler.plan.Bounds;
import org.graphline.compiler.plan.Flow;
import org.graphline.compiler.plan.Wording;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Statement;
import org.graphline.model.term.Type;
import org.graphline.model.term.Variable;

/// Java statements from statements, one after the other in the order of the source.
final class StatementEmitter {
  private final Members members;
  private final Body body;
  private final CommunicationEmitter communication;
  private final SelectEmitter select;

  StatementEmitter(Members members, Body body) {
    this.members = members;
    this.body = body;
    this.communication = new CommunicationEmitter(members, body, this);
    this.select = new SelectEmitter(members, body, this);
  }

  /// Emits the statements of a block; the braces are the caller's.
  void block(List<Statement> statements, Scope scope) {
    int reachable = Flow.reachable(statements);
    for (int i = 0; i < reachable; i++) {
      boolean isLast = i == reachable - 1;
      if (isLast && statements.get(i) instanceof Statement.Accept accept) {
        communication.accept(accept, scope);
      } else {
        statement(statements.get(i), scope);
      }
    }
    for (Statement never : statements.subList(reachable, statements.size())) {
      body.line(never.span(), "// never reached");
    }
  }

  /// Emits what stands between braces: the statements of a block, or one statement.
  void inside(Statement statement, Scope outer) {
    Scope scope = outer.nested();
    body.indent();
    block(statement instanceof Statement.Block(var statements, _) ? statements : List.of(statement), scope);
    body.unindent();
  }

  private void statement(Statement statement, Scope scope) {
    Optional<CodeBlock> oneLine = oneLine(statement, scope);
    if (oneLine.isPresent()) {
      body.line(statement.span(), "$L;", oneLine.get());
      return;
    }
    Span span = statement.span();
    switch (statement) {
      case Statement.Block block -> {
        body.line("{");
        inside(block, scope);
        body.line("}");
      }
      case Statement.Declare(var x, var initial, _) -> declare(x, initial, span, scope);
      case Statement.Let(var x, var value, _) -> declare(x, value, span, scope);
      case Statement.Assign(var x, var value, _) ->
          body.line(span, "$L$L = $L;", note(value, x.type(), span), scope.text(x), fit(value, x, scope));
      case Statement.Evaluate(var expression, _) ->
          body.line(span, "$L$L;", note(expression, span),
              members.expressions().emit(expression, scope).code());
      case Statement.Assert(var condition, _) -> body.line(span, "at($L); $T.holds($L, $S);", span.line(),
          RuntimeNames.CHECKS, members.expressions().emit(condition, scope).code(), Wording.of(condition));
      case Statement.Receive receive -> communication.receive(receive, scope);
      case Statement.Send send -> communication.send(send, scope);
      case Statement.Call call -> communication.call(call, scope);
      case Statement.Accept accept -> {
        body.open("{");
        communication.accept(accept, scope.nested());
        body.close("}");
      }
      case Statement.Select alternatives -> select.emit(alternatives, scope);
      case Statement.Par(var branches, _) -> par(branches, span, scope);
      case Statement.ParFor parFor -> parFor(parFor, scope);
      case Statement.Choose(_, var alternatives, _) -> choose(alternatives, span, scope);
      case Statement.If(var condition, var then, var otherwise, _) -> {
        branch(note(condition, span), condition, then, otherwise, span, scope);
      }
      case Statement.Match match -> new MatchEmitter(members, body, this).emit(match, scope);
      case Statement.While loop -> loop(loop, scope);
      case Statement.Repeat(var inner, boolean outermost, _) -> {
        body.line(span, "while ($L()) {", outermost ? "repeat" : "again");
        inside(inner, scope);
        body.line("}");
      }
      case Statement.For loop -> count(loop, scope);
      case Statement.Reply _, Statement.Sync _, Statement.Wait _, Statement.Close _, Statement.Stop _,
          Statement.Mark _, Statement.Idle _ -> throw new AssertionError("one line: " + span.place());
    }
  }

  /// Returns the Java of a statement that needs no line but its own and no name, without the semicolon.
  Optional<CodeBlock> oneLine(Statement statement, Scope scope) {
    int line = statement.span().line();
    return switch (statement) {
      case Statement.Assign(var x, var value, _) when !Bounds.needsPlace(value, x.type()) ->
          Optional.of(CodeBlock.of("$L = $L", scope.text(x), fit(value, x, scope)));
      case Statement.Evaluate(var expression, _) when !Bounds.needsPlace(expression) ->
          Optional.of(members.expressions().emit(expression, scope).code());
      case Statement.Receive receive when !communication.binds(receive.binding())
          && receive.orElse().isEmpty() ->
          Optional.of(CodeBlock.of("at($L).receive($L)", line, members.port(receive.port(), scope)));
      case Statement.Send send when send.orElse()
          .isEmpty() -> Optional.of(communication.sending("send", send, scope));
      case Statement.Call call when !communication.binds(call.result()) && call.orElse().isEmpty() ->
          Optional.of(communication.calling("call", call, scope));
      case Statement.Reply reply -> Optional.of(communication.replying(reply, scope));
      case Statement.Sync(var barrier,
          _) -> Optional.of(step(line, "sync($L)", members.port(barrier, scope)));
      case Statement.Wait(var duration, _) ->
          Optional.of(step(line, "pause($L)", members.expressions().emit(duration, scope).code()));
      case Statement.Close(var port, _) -> Optional.of(step(line, "close($L)", members.port(port, scope)));
      case Statement.Mark(var name, _) -> Optional.of(step(line, "mark($S)", name));
      case Statement.Stop _ -> Optional.of(CodeBlock.of("throw at($L).stop()", line));
      case Statement.Idle _ -> throw new AssertionError("only in the prelude, which the runtime provides");
      case Statement.Block _, Statement.Declare _, Statement.Let _, Statement.Assign _, Statement.Evaluate _,
          Statement.Receive _, Statement.Send _, Statement.Call _, Statement.Accept _, Statement.Select _,
          Statement.Par _, Statement.ParFor _, Statement.Choose _, Statement.If _, Statement.Match _,
          Statement.While _, Statement.Repeat _, Statement.For _, Statement.Assert _ -> Optional.empty();
    };
  }

  /// Emits `head` with what follows it: one line where that is enough, else braces.
  void arm(String head, Statement statement, Scope scope) {
    Optional<CodeBlock> oneLine = oneLine(only(statement), scope);
    if (oneLine.isPresent()) {
      body.line(statement.span(), "$L$L;", head, oneLine.get());
    } else {
      body.line(statement.span(), "$L{", head);
      inside(statement, scope);
      body.line("}");
    }
  }

  private static Statement only(Statement statement) {
    return statement instanceof Statement.Block(var statements, _) && statements.size() == 1
        ? statements.getFirst() : statement;
  }

  private static CodeBlock step(int line, String format, Object... arguments) {
    return CodeBlock.of("at($L).$L", line, CodeBlock.of(format, arguments));
  }

  private CodeBlock fit(Expression value, Variable target, Scope scope) {
    return members.expressions().fit(value, target.type(), scope).code();
  }

  /// Returns `at(26); ` for something that may fail and does not note the place itself.
  static String note(Expression expression, Span span) {
    return Bounds.needsPlace(expression) ? "at(" + span.line() + "); " : "";
  }

  /// Returns `at(26); ` for a value that may fail on its way into a `target`.
  static String note(Expression expression, Type target, Span span) {
    return Bounds.needsPlace(expression, target) ? "at(" + span.line() + "); " : "";
  }

  private void declare(Variable x, Expression initial, Span span, Scope scope) {
    String at = note(initial, x.type(), span);
    CodeBlock value = fit(initial, x, scope);
    if (members.captures().held().contains(x.id())) {
      String holder = scope.declare(x);
      String field = scope.nested().fresh("value");
      scope.bind(x, holder + "." + field);
      body.line(span, "$Lvar $L = new Object() { $T $L = $L; };", at, holder, members.types().plain(x.type()),
          field,
          value);
    } else {
      body.line(span, "$L$T $L = $L;", at, members.types().plain(x.type()), scope.declare(x), value);
    }
  }

  private void branch(String before, Expression condition, Statement.Block then,
      Optional<Statement> otherwise,
      Span span, Scope scope) {
    CodeBlock test = members.expressions().emit(condition, scope).code();
    body.line(span, "$Lif ($L) {", before, test);
    inside(then, scope);
    switch (otherwise.orElse(null)) {
      case null -> body.line("}");
      case Statement.If(var next, var inner, var last, Span at) ->
          branch("} else ", next, inner, last, at, scope);
      case Statement other -> {
        body.line(other.span(), "} else {");
        inside(other, scope);
        body.line("}");
      }
    }
  }

  private void loop(Statement.While loop, Scope scope) {
    if (Flow.isAlways(loop.condition(), false)) {
      body.line(loop.span(), "// never: while ($L)", Wording.of(loop.condition()));
      return;
    }
    body.line(loop.span(), "$Lwhile ($L) {", note(loop.condition(), loop.span()),
        members.expressions().condition(loop.condition(), scope));
    inside(loop.body(), scope);
    body.line("}");
  }

  /// The bounds are evaluated once; an index that a closure uses is copied, since Java wants it never to
  /// change.
  private void count(Statement.For loop, Scope outer) {
    Scope scope = outer.nested();
    CodeBlock low = members.expressions().bound(loop.low(), scope).code();
    CodeBlock high = members.expressions().bound(loop.high(), scope).code();
    String at = note(loop.low(), loop.span()).isEmpty() ? note(loop.high(), loop.span())
        : note(loop.low(), loop.span());
    boolean isCopied = members.captures().copied().contains(loop.index().id());
    String counter = isCopied ? scope.fresh("each") : scope.declare(loop.index());
    if (isFixed(loop.high())) {
      body.line(loop.span(), "$4Lfor (int $1L = $2L; $1L <= $3L; $1L++) {", counter, low, high, at);
    } else {
      String last = scope.fresh("last");
      body.line(loop.span(), "$5Lfor (int $1L = $2L, $4L = $3L; $1L <= $4L; $1L++) {", counter, low, high,
          last,
          at);
    }
    if (isCopied) {
      body.line("  int $L = $L;", scope.declare(loop.index()), counter);
    }
    inside(loop.body(), scope);
    body.line("}");
  }

  private static boolean isFixed(Expression bound) {
    return switch (bound) {
      case Expression.Use(var variable, _) -> variable.kind() != Variable.Kind.STATE
          && variable.kind() != Variable.Kind.LOCAL;
      case Expression.Binary(_, var left, var right, _, _) -> isFixed(left) && isFixed(right);
      case Expression.IntLiteral _ -> true;
      case Expression.BoolLiteral _, Expression.TextLiteral _, Expression.DurationLiteral _,
          Expression.EnumLiteral _, Expression.EmptyList _, Expression.Anything _, Expression.RecordLiteral _,
          Expression.Field _, Expression.Unary _, Expression.Conditional _, Expression.ListOperation _,
          Expression.ExternCall _, Expression.Inspect _, Expression.Contents _ -> false;
    };
  }

  private void par(List<Statement> branches, Span span, Scope scope) {
    if (branches.isEmpty()) {
      body.line(span, "at($L).par();", span.line());
      return;
    }
    body.open(span, "at($L).par(", span.line()).indent();
    for (int i = 0; i < branches.size(); i++) {
      Statement branch = branches.get(i);
      String end = i < branches.size() - 1 ? "," : ");";
      Optional<CodeBlock> oneLine = oneLine(only(branch), scope);
      if (oneLine.isPresent() && Flow.completes(branch)) {
        body.line(branch.span(), "() -> $L$L", oneLine.get(), end);
      } else {
        body.line(branch.span(), "() -> {");
        inside(branch, scope);
        body.line("}$L", end);
      }
    }
    body.unindent().unindent();
  }

  private void parFor(Statement.ParFor parFor, Scope outer) {
    Scope scope = outer.nested();
    CodeBlock low = members.expressions().bound(parFor.low(), outer).code();
    CodeBlock high = members.expressions().bound(parFor.high(), outer).code();
    int line = parFor.span().line();
    String index = scope.declare(parFor.index());
    body.line(parFor.span(), "at($L).parFor($L, $L, $L -> {", line, low, high, index);
    inside(parFor.body(), scope);
    body.line("});");
  }

  private void choose(List<Statement.Block> alternatives, Span span, Scope scope) {
    body.open(span, "switch (at($L).choose($L)) {", span.line(), alternatives.size());
    for (int i = 0; i < alternatives.size(); i++) {
      arm("case " + i + " -> ", alternatives.get(i), scope);
    }
    body.close("}");
  }
}
